"""Receive order events with FastAPI.

XI_WEBHOOK_SECRET=... XI_REDIS_URL=redis://... uvicorn fastapi_receiver:app
"""

import os
import queue

from fastapi import FastAPI, Request, Response

from xi_sdk_resellers import webhooks

SECRETS = os.environ["XI_WEBHOOK_SECRET"].split()  # the old and the new one, while you change it
STORE = webhooks.RedisEventStore(url) if (url := os.environ.get("XI_REDIS_URL")) else webhooks.MemoryEventStore()
events: "queue.Queue[webhooks.Event]" = queue.Queue(maxsize=10_000)
app = FastAPI()


def handle(event: webhooks.Event) -> None:
    """Hand the event on and come back soon; in production to a task queue that outlives the process."""
    events.put_nowait(event)


@app.post("/webhooks/orders")
async def receive(request: Request) -> Response:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > webhooks.DEFAULT_MAX_BYTES:
            break
    try:
        async with webhooks.receive(body, request.headers, secret=SECRETS, store=STORE) as event:
            handle(event)  # when it fails, the vendor gets a 500 and sends the event again
    except webhooks.WebhookError as error:
        return Response(str(error), status_code=error.http_status, headers=error.http_headers)
    return Response()
