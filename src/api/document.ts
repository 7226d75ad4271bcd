import type { TSchema } from "typebox";
import { examples } from "./examples.ts";
import type { Operation } from "./operations.ts";
import { Problem } from "./shapes.ts";

/** A piece of JSON Schema, as far as it is looked into here. */
export type Described = {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Words of ours in a schema that are no JSON Schema. */
const own = new Set(["say", "empty", "box", "trouble", "least", "secret", "autocomplete", "inputmode"]);

/** Takes shapes with a title out of a schema, into `shapes`, and leaves references to them. */
function described(schema: unknown, shapes: Map<string, Described>): Described {
  if (Array.isArray(schema)) return schema.map((each) => described(each, shapes)) as unknown as Described;
  if (typeof schema !== "object" || schema === null) return schema as Described;
  const pairs = Object.entries(schema).filter(([name]) => !own.has(name) && !name.startsWith("~"));
  const plain = Object.fromEntries(pairs.map(([name, value]) => [name, described(value, shapes)])) as Described;
  if (plain.type !== "object" || typeof plain.title !== "string") return plain;
  const { title, ...rest } = plain;
  shapes.set(title, rest);
  return { $ref: `#/components/schemas/${title}` };
}

/** What a status says here. */
export const saidOf: Readonly<Record<number, string>> = {
  200: "As asked.",
  201: "Done, and this is how it stands.",
  304: "It is still as the tag says.",
  400: "What was sent is no JSON object.",
  401: "Nobody is signed in, or the token is not good any more.",
  403: "Sent by a page of another site.",
  404: "There is no such thing, or it is somebody else's.",
  405: "The address takes other methods: `Allow` names them.",
  409: "It cannot be done as things stand.",
  411: "The length was not said.",
  413: "It is too long.",
  415: "It is not `application/json`.",
  422: "Fields were refused: `errors` says which, and why.",
  429: "Too many tries: `Retry-After` says when the next makes sense.",
  500: "The shop's own fault; nothing was saved.",
};

const header = (description: string) => ({ description, schema: { type: "string" } });
const tag = { ETag: header("Of these very bytes: send it back as `If-None-Match`.") };

function answersOf(operation: Operation, shapes: Map<string, Described>) {
  const { status, answer, example, refusals, refusal, tagged, group } = operation;
  const type = refusal === Problem ? "application/problem+json" : "application/json";
  const refused = { [type]: { schema: described(refusal, shapes) } };
  const all = group === "Account" ? refusals : [...refusals, 500];
  return {
    [status]: {
      description: saidOf[status],
      ...(tagged && { headers: tag }),
      content: { "application/json": { schema: described(answer, shapes), example } },
    },
    ...(tagged && { 304: { description: saidOf[304], headers: tag } }),
    ...Object.fromEntries(all.map((each) => [each, { description: saidOf[each], content: refused }])),
  };
}

function parametersOf({ path, query, tagged }: Operation, shapes: Map<string, Described>) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => {
    return { name, in: "path", required: true, schema: { type: "string" } };
  });
  const properties = (query as { properties?: Record<string, TSchema & { description?: string }> } | undefined)
    ?.properties;
  const inQuery = Object.entries(properties ?? {}).map(([name, schema]) => {
    const { description, ...rest } = described(schema, shapes);
    return { name, in: "query", required: false, ...(description && { description }), schema: rest };
  });
  const had = { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } };
  return [...inPath, ...inQuery, ...(tagged ? [had] : [])];
}

const bodyOf = ({ body, sends }: Operation, shapes: Map<string, Described>) =>
  body && {
    required: true,
    content: {
      "application/json": { schema: described(body, shapes), ...(sends !== undefined && { example: sends }) },
    },
  };

const signedIn = [{ token: [] }, { session: [] }];
const securityOf = ({ whose }: Operation) => (whose === "must" ? signedIn : whose === "may" ? [{}, ...signedIn] : []);

function operationOf(operation: Operation, shapes: Map<string, Described>) {
  const requestBody = bodyOf(operation, shapes);
  return {
    operationId: operation.id,
    tags: [operation.group],
    summary: operation.summary,
    parameters: parametersOf(operation, shapes),
    ...(requestBody && { requestBody }),
    responses: answersOf(operation, shapes),
    security: securityOf(operation),
  };
}

type Facts = { readonly name: string; readonly version: string; readonly url: string; readonly sessionCookie: string };

/** What can be asked of this shop, as OpenAPI 3.1. */
export function makeDocument(operations: readonly Operation[], { name, version, url, sessionCookie }: Facts) {
  const shapes = new Map<string, Described>();
  const byPath = Map.groupBy(operations, ({ path }) => path.replaceAll(/:(\w+)/g, "{$1}"));
  const paths = Object.fromEntries(
    [...byPath].map(([path, all]) => [
      path,
      Object.fromEntries(all.map((each) => [each.method.toLowerCase(), operationOf(each, shapes)])),
    ]),
  );
  described(Problem, shapes);
  const schemas = Object.fromEntries([...shapes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: "3.1.1",
    info: {
      title: name,
      version,
      description: "Catalogue, cart and orders of this shop, as JSON.",
      summary: "Amounts are whole numbers of minor units.",
    },
    servers: [{ url }],
    tags: [...new Set(operations.map(({ group }) => group))].map((group) => ({ name: group })),
    paths,
    components: {
      schemas: { ...schemas, Problem: { ...schemas["Problem"], examples: [examples.problem] } },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "The `token` of signing in." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description: "What signing in leaves in browsers.",
        },
      },
    },
  };
}
export type ApiDocument = ReturnType<typeof makeDocument>;
