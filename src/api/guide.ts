import type { ApiGuide, GuideOperation } from "#views/api/guide.tsx";
import type { GuideField } from "#views/api/guide-fields.tsx";
import type { ApiDocument, Described } from "./document.ts";

type Content = Readonly<Record<string, { readonly schema: Described; readonly example?: unknown }>>;
type OperationSaid = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Described;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
  readonly security: readonly object[];
};

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

/** A type in a word or two: "text", "list of Variant", "Money or null". */
function typeOf(schema: Described): GuideField["type"] {
  if (schema.$ref !== undefined) return [{ shape: nameOf(schema.$ref) }];
  if (schema.anyOf)
    return schema.anyOf.flatMap((each, at) => (at === 0 ? typeOf(each) : [{ word: "or" }, ...typeOf(each)]));
  if (schema.items) return [{ word: "list of" }, ...typeOf(schema.items)];
  if (schema.const !== undefined) return [{ word: JSON.stringify(schema.const) }];
  const { minimum, maximum, format } = schema;
  const span = maximum === undefined ? "" : ` ${minimum ?? ""} to ${maximum}`;
  return [{ word: format ?? `${schema.type ?? "anything"}${span}` }];
}

const fieldsOf = ({ properties = {}, required = [] }: Described): GuideField[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    required: required.includes(name),
    description: schema.description,
  }));

const shapeIn = (content: Content | undefined) => {
  const [type, said] = Object.entries(content ?? {})[0] ?? [];
  return { type, shape: said?.schema.$ref && nameOf(said.schema.$ref), example: said?.example };
};

/** Names that stand for what an address needs, so that its line can be tried. */
const samples: Readonly<Record<string, string>> = { handle: "pushcart-mug", lineId: "019aa1d4", number: "P-1001" };

function curlOf(method: string, path: string, url: string, { requestBody, security }: OperationSaid): string {
  const address = url + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? name);
  const parts = method === "GET" ? ["curl"] : [`curl -X ${method}`];
  if (security.length > 0) parts.push('-H "Authorization: Bearer $TOKEN"');
  const { example } = shapeIn(requestBody?.content);
  if (requestBody) parts.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(example)}'`);
  return [...parts, address].join(" \\\n  ");
}

const pretty = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value, undefined, 2));

function operationOf(method: string, path: string, url: string, said: OperationSaid): GuideOperation {
  const sent = shapeIn(said.requestBody?.content);
  const answers = Object.entries(said.responses).map(([status, { description = "", content }]) => {
    return { status, description, shape: shapeIn(content).shape };
  });
  const [good] = Object.values(said.responses);
  return {
    id: said.operationId,
    ...{ method, path, summary: said.summary, group: said.tags[0] ?? "" },
    parameters: said.parameters.map((each) => ({
      name: each.name,
      type: typeOf(each.schema),
      required: each.required,
      description: [each.in === "query" ? undefined : `In the ${each.in}.`, each.description].filter(Boolean).join(" "),
    })),
    body: sent.shape,
    answers,
    example: pretty(shapeIn(good?.content).example) ?? "",
    curl: curlOf(method, path, url, said),
  };
}

/** What the page shows of the published description: nothing that does not stand in it. */
export function guideOf(document: ApiDocument): ApiGuide {
  const url = document.servers[0]?.url ?? "";
  const operations = Object.entries(document.paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, said]) =>
      operationOf(method.toUpperCase(), path, url, said as unknown as OperationSaid),
    ),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    operations: operations.filter(({ group }) => group === name),
  }));
  const schemas = document.components.schemas as Readonly<Record<string, Described>>;
  return {
    groups,
    shapes: Object.entries(schemas).map(([name, schema]) => {
      return { name, description: schema.description, fields: fieldsOf(schema) };
    }),
  };
}
