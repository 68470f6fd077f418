import { request } from "node:http";

interface Large {
  readonly headers: Readonly<Record<string, string>>;
  /** Says beforehand that 2 MiB come; otherwise they come in pieces, without a word of how many. */
  readonly announced: boolean;
}

const mebibyte = 2 ** 20;

/**
 * The status with which a POST too large is answered. No more than just over 1 MiB is written, and its
 * end never comes: who writes on is cut off, and might not read the answer any more.
 */
export function statusOfLargePost(url: string, { headers, announced }: Large): Promise<number> {
  const length = announced ? { "content-length": String(2 * mebibyte) } : {};
  return new Promise((resolve, reject) => {
    const post = request(url, { method: "POST", headers: { ...headers, ...length }, agent: false });
    post.on("error", reject);
    post.on("response", ({ statusCode }) => {
      resolve(statusCode ?? 0);
      // too late to matter: the answer is here
      post.off("error", reject).on("error", () => undefined);
      post.destroy();
    });
    if (announced) post.write("x");
    else post.write("x".repeat(mebibyte + 1));
  });
}
