# syntax=docker/dockerfile:1
# Built in two steps: the first makes the package with its page assets and embedding model, the second only runs it.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY .ci/requirements.txt requirements.txt
RUN python -m venv /opt/surety && /opt/surety/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /opt/surety/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
# Recognises text in scans a good deal faster than the models inside the package.
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-eng \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin surety \
    && mkdir /data && chown surety /data
COPY --from=build /opt/surety /opt/surety
ENV PATH=/opt/surety/bin:$PATH PYTHONDONTWRITEBYTECODE=1 SURETY_DATA=/data
USER surety
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
# The root file system may be read-only: docker run --read-only --tmpfs /tmp -v surety:/data ...
ENTRYPOINT ["surety"]
CMD ["serve", "--host", "0.0.0.0", "--migrate"]
