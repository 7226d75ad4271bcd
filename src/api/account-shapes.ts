import Type from "typebox";
import { shape, text } from "./shapes.ts";

// The four endpoints that came before /api/v1, just as they answer: each failure is one sentence, under `error` or `message`.

const Account = shape("Account", { id: text(), email: text(), display_name: text() });

export const Me = shape("Me", { user: Account });
export const ErrorSaid = shape("ErrorSaid", { error: text("A sentence for people.") });
export const MessageSaid = shape("MessageSaid", { message: text("A sentence for people.") });
export const SignedOut = shape("SignedOut", { ok: Type.Literal(true) });

export const SignedIn = shape("SignedIn", {
  token: text("Sent as `Authorization: Bearer` by programs; browsers have it in a cookie that no script can read."),
  user: shape("AccountBrief", { id: text(), email: text() }),
});

export const Register = shape("Register", {
  email: text(),
  password: Type.String({ minLength: 8, description: "At least 8 characters." }),
  displayName: text(),
});

export const LogIn = shape("LogIn", {
  email: text(),
  password: text(),
  code: Type.Optional(text("Of the second step, where the account has one.")),
});
