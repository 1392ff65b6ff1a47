"""Receive order events with Django, in one file.

XI_WEBHOOK_SECRET=... XI_REDIS_URL=redis://... gunicorn django_receiver:application
"""

import os
import queue

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from xi_sdk_resellers import webhooks

if not settings.configured:  # a project of your own has settings already
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
SECRETS = os.environ["XI_WEBHOOK_SECRET"].split()  # the old and the new one, while you change it
STORE = webhooks.RedisEventStore(url) if (url := os.environ.get("XI_REDIS_URL")) else webhooks.MemoryEventStore()
events: "queue.Queue[webhooks.Event]" = queue.Queue(maxsize=10_000)


@csrf_exempt
def receive(request: HttpRequest) -> HttpResponse:
    try:
        with webhooks.receive(request.body, request.headers, secret=SECRETS, store=STORE) as event:
            events.put_nowait(event)  # in production: a task queue that outlives the process
    except webhooks.WebhookError as error:  # any other error is a 500: the vendor sends the event again
        return HttpResponse(str(error), status=error.http_status, headers=error.http_headers)
    return HttpResponse()


urlpatterns = [path("webhooks/orders", receive)]
application = get_wsgi_application()
