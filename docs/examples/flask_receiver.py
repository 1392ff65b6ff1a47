"""Receive order events with Flask.

XI_WEBHOOK_SECRET=... XI_REDIS_URL=redis://... flask --app flask_receiver run
"""

import os
import queue

from flask import Flask, Response, request

from xi_sdk_resellers import webhooks

SECRETS = os.environ["XI_WEBHOOK_SECRET"].split()  # the old and the new one, while you change it
STORE = webhooks.RedisEventStore(url) if (url := os.environ.get("XI_REDIS_URL")) else webhooks.MemoryEventStore()
events: "queue.Queue[webhooks.Event]" = queue.Queue(maxsize=10_000)
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = webhooks.DEFAULT_MAX_BYTES


def handle(event: webhooks.Event) -> None:
    """Hand the event on and come back soon; in production to a task queue that outlives the process."""
    events.put_nowait(event)


@app.post("/webhooks/orders")
def receive() -> Response:
    try:
        with webhooks.receive(request.get_data(), request.headers, secret=SECRETS, store=STORE) as event:
            handle(event)  # when it fails, the vendor gets a 500 and sends the event again
    except webhooks.WebhookError as error:
        return Response(str(error), status=error.http_status, headers=error.http_headers)
    return Response()
