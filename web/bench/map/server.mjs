import { readFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { acceptWebSocket } from './websocket.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
export const DELTAS_PER_SECOND = 20;

/** Serves the built pages, and beside them a made-up event: `/plan`, `/seats`, `/live`. */
export async function serveHouse({ pages, plan, crowd, seatsPerDelta }) {
  const planBytes = gzipSync(JSON.stringify(plan));
  const timers = new Set();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/plan') {
      send(response, planBytes, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    } else if (pathname === '/seats') {
      const body = Buffer.from(crowd.snapshot());
      send(response, body, { 'content-type': 'application/vnd.cavea.seatmap' });
    } else {
      await sendFile(response, pages, pathname);
    }
  });
  server.on('upgrade', (request, socket) => {
    const live = acceptWebSocket(request, socket, (text) => {
      if (text === 'snapshot') live.send(crowd.snapshot());
    });
    live.send(crowd.snapshot());
    const timer = setInterval(() => live.send(crowd.delta(seatsPerDelta)), 1000 / DELTAS_PER_SECOND);
    timers.add(timer);
    socket.on('close', () => clearInterval(timer));
  });
  return listening(server, () => timers.forEach(clearInterval), planBytes.length);
}

/** Serves the built pages, and passes `/plan`, `/seats` and `/live` on to an event of a running server. */
export async function serveEvent({ pages, event }) {
  const target = new URL(event);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname !== '/plan' && pathname !== '/seats') {
      await sendFile(response, pages, pathname);
      return;
    }
    const headers = { ...request.headers, host: target.host };
    const path = `${target.pathname}${pathname}`;
    const upstream = httpRequest({ host: target.hostname, port: target.port, path, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', (error) => response.writeHead(502).end(String(error)));
    upstream.end();
  });
  server.on('upgrade', (request, socket, head) => {
    const upstream = connect(Number(target.port || 80), target.hostname, () => {
      const lines = Object.entries({ ...request.headers, host: target.host }).map(([k, v]) => `${k}: ${v}`);
      upstream.write(`GET ${target.pathname}/live HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  return listening(server, () => {}, null);
}

async function listening(server, onClose, planBytes) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    planBytes,
    close: () => {
      onClose();
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(response, body, headers) {
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
}

async function sendFile(response, pages, pathname) {
  const file = join(pages, normalize(pathname));
  try {
    send(response, await readFile(file), { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  } catch {
    response.writeHead(404).end();
  }
}
