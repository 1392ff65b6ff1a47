"""One attempt of one request, over urllib3 or aiohttp."""
