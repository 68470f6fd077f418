import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail server of ours: it speaks SMTP on this machine, and keeps what it was given. */
export interface MailServer {
  readonly url: string;
  /** Each message as it came, with its envelope. */
  readonly received: { to: string; data: string }[];
  close(): Promise<void>;
}

/** `refuse` says what is answered to an address (550 …), or null to take it. */
export async function mailServer(refuse: (to: string) => string | null = () => null) {
  const received: MailServer["received"] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    talk(socket, received, refuse);
  });
  server.listen(0, "127.0.0.1");
  // it keeps nobody waiting who is done
  server.unref();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return mail;
}

function talk(
  socket: Socket,
  received: MailServer["received"],
  refuse: (to: string) => string | null,
): void {
  let buffer = "";
  let to = "";
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 mail.exemple ESMTP");
  const hear = (line: string) => {
    const word = line.slice(0, 4).toUpperCase();
    if (word === "EHLO") return say("250 mail.exemple");
    if (word === "RCPT") {
      to = /<(.*)>/.exec(line)?.[1] ?? "";
      return say(refuse(to) ?? "250 ok");
    }
    if (word === "DATA") {
      isData = true;
      return say("354 go on");
    }
    if (word === "QUIT") {
      say("221 bye");
      return socket.end();
    }
    return say("250 ok");
  };
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    for (;;) {
      const end = buffer.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const piece = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (!isData) hear(piece);
      else {
        isData = false;
        received.push({ to, data: piece });
        say("250 kept");
      }
    }
  });
  socket.on("error", () => undefined);
}
