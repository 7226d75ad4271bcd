type Fields = Readonly<Record<string, string>>;

const lines = (headers: Fields) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");

/** The bytes of a GET, as a browser with these cookies would send them. */
export const get = (path: string, headers: Fields = {}): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines(headers)}\r\n`;

/** The bytes of a form that was sent. */
export function post(path: string, fields: Fields, headers: Fields = {}): string {
  const body = new URLSearchParams(fields).toString();
  const all = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(body.length),
    "Sec-Fetch-Site": "same-origin",
    ...headers,
  };
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${lines(all)}\r\n${body}`;
}

/** Numbers that look thrown and are the same in every run: the n-th of a connection, below `below`. */
export function pick(connection: number, nth: number, below: number): number {
  let mixed = Math.imul(connection + 1, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) % below;
}
