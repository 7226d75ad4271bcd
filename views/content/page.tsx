import { Layout } from "#views/layout.tsx";
import { paths } from "#src/paths.ts";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";

export type ContentPageProps = {
  readonly title: string;
  /** Made from Markdown and sanitised: goes into the page as it is. Its headings of the second level carry ids. */
  readonly html: string;
  readonly description?: string | undefined;
  readonly path: string;
  readonly contents: readonly { readonly id: string; readonly title: string }[];
};

/** Terms, delivery, about the shop: a page to read, with its contents beside it where there is enough of it. */
export function ContentPage({ shell, page }: { readonly shell: PageShell; readonly page: ContentPageProps }) {
  const { title, html, contents } = page;
  const hasContents = contents.length > 2;
  return (
    <Layout shell={shell} title={title} description={page.description} canonical={page.path} og={{ type: "article" }}>
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here={title} />
        <div class="page-head">
          <h1 safe>{title}</h1>
        </div>
        <div class={hasContents ? "reading" : undefined}>
          {hasContents ? (
            <nav class="toc" aria-labelledby="toc">
              <h2 id="toc">On this page</h2>
              <ol role="list">
                {contents.map(({ id, title: heading }) => (
                  <li>
                    <a href={`#${id}`} safe>
                      {heading}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          ) : null}
          <div class="prose">{html as "safe"}</div>
        </div>
      </div>
    </Layout>
  );
}
