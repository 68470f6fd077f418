import type { Context } from "hono";

/** The form of a request; an empty one when what was sent is no form at all: nothing is then done. */
export async function formOf(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch (error) {
    if (error instanceof TypeError) return new FormData();
    throw error;
  }
}
