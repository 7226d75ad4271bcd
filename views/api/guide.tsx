import { paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Fields, Said, Shape, type GuideField } from "./guide-fields.tsx";

export type GuideOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly group: string;
  readonly parameters: readonly GuideField[];
  /** The shape of what is sent. */
  readonly body: string | undefined;
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly shape: string | undefined;
  }[];
  readonly example: string;
  readonly curl: string;
};

export type ApiGuide = {
  readonly groups: readonly { readonly name: string; readonly operations: readonly GuideOperation[] }[];
  readonly shapes: readonly {
    readonly name: string;
    readonly description: string | undefined;
    readonly fields: readonly GuideField[];
  }[];
};

type Props = {
  readonly shell: PageShell;
  readonly guide: ApiGuide;
  /** Kinds of errors, each with its sentence. */
  readonly problems: readonly { readonly status: number; readonly title: string; readonly said: string }[];
};

/** What programs can ask of the shop: the published description, to be read. */
export function GuidePage({ shell, guide, problems }: Props) {
  return (
    <Layout
      shell={shell}
      title="For programs"
      description="Catalogue, cart and orders as JSON: addresses, shapes and examples."
      canonical={paths.api}
    >
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="For programs" />
        <div class="page-head">
          <h1>For programs</h1>
          <p>
            Catalogue, cart and one's own orders, as JSON. All of this page is also{" "}
            <a href={paths.apiDocument}>a description as OpenAPI 3.1</a>.
          </p>
        </div>
        <div class="reading">
          <nav class="toc" aria-labelledby="toc">
            <h2 id="toc">On this page</h2>
            <ol role="list">
              {guide.groups.map(({ name }) => (
                <li>
                  <a href={`#${name.toLowerCase()}`} safe>
                    {name}
                  </a>
                </li>
              ))}
              <li>
                <a href="#errors">Errors</a>
              </li>
              <li>
                <a href="#shapes">Shapes</a>
              </li>
            </ol>
          </nav>
          <div class="prose">
            <h2>How it works</h2>
            <p>
              An amount is a whole number of minor units with its currency: <code>2999</code> is $29.99. A list comes in
              pages: follow <code>next</code> until it is null. The catalogue's answers carry an <code>ETag</code>; send
              it back as <code>If-None-Match</code> and get 304 while nothing has changed.
            </p>
            <p>
              A program signs in with <code safe>{`POST ${paths.authLogin}`}</code> and sends the token with each
              request; its cart and orders are then its customer's. A page of the shop has its cookies. Pages of other
              sites can read nothing here, and change nothing.
            </p>
            {guide.groups.map(({ name, operations }) => (
              <>
                <h2 id={name.toLowerCase()} safe>
                  {name}
                </h2>
                {operations.map((operation) => (
                  <Operation operation={operation} />
                ))}
              </>
            ))}
            <h2 id="errors">Errors</h2>
            <p>
              Below <code>/api/v1</code> an error is <code>application/problem+json</code>: <Shape name="Problem" />.
              What came before it says <code>error</code> or <code>message</code>.
            </p>
            <dl>
              {problems.map(({ status, title, said }) => (
                <div id={`problem-${status}`}>
                  <dt safe>{`${status} ${title}`}</dt>
                  <dd>
                    <Said text={said} />
                  </dd>
                </div>
              ))}
            </dl>
            <h2 id="shapes">Shapes</h2>
            {guide.shapes.map(({ name, description, fields }) => (
              <>
                <h3 id={`shape-${name}`} safe>
                  {name}
                </h3>
                {description === undefined ? null : (
                  <p>
                    <Said text={description} />
                  </p>
                )}
                {fields.length === 0 ? null : <Fields caption={`The fields of ${name}`} fields={fields} />}
              </>
            ))}
          </div>
        </div>
      </div>
    </Layout>
  );
}

function Operation({ operation }: { readonly operation: GuideOperation }) {
  const { id, method, path, summary, parameters, body, answers, example, curl } = operation;
  return (
    <>
      <h3 id={id}>
        <code safe>{`${method} ${path}`}</code>
      </h3>
      <p safe>{summary}</p>
      {parameters.length === 0 ? null : <Fields caption="What the address may say" fields={parameters} />}
      {body === undefined ? null : (
        <p>
          Sends <Shape name={body} />.
        </p>
      )}
      <ul>
        {answers.map(({ status, description, shape }) => (
          <li>
            <strong safe>{status}</strong> <Said text={description} />{" "}
            {shape === undefined ? null : <Shape name={shape} />}
          </li>
        ))}
      </ul>
      <pre tabindex="0" aria-label={`${id} by curl`}>
        <code safe>{curl}</code>
      </pre>
      <details>
        <summary>An answer</summary>
        <pre tabindex="0" aria-label={`An answer of ${id}`}>
          <code safe>{example}</code>
        </pre>
      </details>
    </>
  );
}
