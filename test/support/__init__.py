"""What the tests of several rooms share: servers, clients, clocks, and the payloads of the vendor's samples."""
