import net from "node:net";

/** Sends these bytes and answers what came back until the other side closed, or the time was over. */
export function wire(port: number, bytes: string, patience = 1500): Promise<string> {
  return new Promise((done) => {
    let heard = "";
    const socket = net.connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    socket.on("data", (data) => (heard += data.toString("latin1")));
    socket.on("close", () => done(heard));
    socket.on("error", () => done(heard));
    setTimeout(() => socket.destroy(), patience);
  });
}

export const statuses = (heard: string): number[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
