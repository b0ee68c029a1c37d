import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const BINARY = 2;

/**
 * The little of RFC 6455 that the bench's live feed needs: the handshake, binary messages out, short
 * text messages in.
 */
export function acceptWebSocket(request, socket, onText) {
  const key = request.headers['sec-websocket-key'];
  const answer = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${answer}\r\n\r\n`,
  );
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (frame) => {
    if ((frame[0] & 15) === TEXT) onText(unmask(frame));
  });
  return { send: (buffer) => socket.write(Buffer.concat([header(buffer.byteLength), Buffer.from(buffer)])) };
}

function header(length) {
  if (length < 126) return Buffer.from([0x80 | BINARY, length]);
  const bytes = Buffer.alloc(length < 65_536 ? 4 : 10);
  bytes[0] = 0x80 | BINARY;
  bytes[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) bytes.writeUInt16BE(length, 2);
  else bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

/** Clients mask what they send; theirs are shorter than 126 bytes here. */
function unmask(frame) {
  const length = frame[1] & 127;
  const mask = frame.subarray(2, 6);
  return Buffer.from(frame.subarray(6, 6 + length).map((byte, i) => byte ^ mask[i % 4])).toString();
}
