/** A stop that people may read about. Anything else thrown is a fault of ours: logged whole, shown as a calm sentence. */
export class ShopError extends Error {
  override readonly name = "ShopError";

  constructor(
    readonly kind: StopKind,
    message: string,
    /** Seconds after which another try makes sense. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** A stop whose page is another one than that of errors: where somebody may do something about it at once. */
export class StopWithPage extends ShopError {
  constructor(
    kind: StopKind,
    message: string,
    /** The whole document, for a shop of that name. */
    readonly page: (shopName: string) => string,
  ) {
    super(kind, message);
  }
}

/** What was sent cannot be used, field by field: a sentence for each that is wrong. */
export class FieldsRefused extends ShopError {
  constructor(readonly errors: Readonly<Record<string, string>>) {
    super("unreadable", Object.values(errors).join(" "));
  }
}

export const statusOf = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  slow: 408,
  conflict: 409,
  gone: 410,
  no_length: 411,
  too_large: 413,
  wrong_type: 415,
  misdirected: 421,
  unreadable: 422,
  too_many: 429,
  busy: 503,
} as const;

export type StopKind = keyof typeof statusOf;

/** Not here, but there: answered with 303, for guards that cannot answer themselves. `location` is a path of our own. */
export class GoElsewhere extends Error {
  override readonly name = "GoElsewhere";

  constructor(readonly location: string) {
    super(`see ${location}`);
  }
}
