import { paths } from "#src/paths.ts";
import type { DashboardProps } from "./dashboard.tsx";

/** What will be gone first, and in how many days at the pace of the last month. */
export function Low({ rows }: { readonly rows: DashboardProps["low"] }) {
  return (
    <section class="panel" aria-labelledby="l-h">
      <div class="bar">
        <h2 id="l-h">Nearly sold out</h2>
        <a href={paths.adminProducts}>All products</a>
      </div>
      {rows.length === 0 ? (
        <div class="pad">
          <p>Nothing is short.</p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Nearly sold out">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Thing</th>
                <th scope="col" class="num">
                  Left
                </th>
                <th scope="col" class="num">
                  Days
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, left, days }) => (
                <tr>
                  <th scope="row" class="grow" safe>
                    {name}
                  </th>
                  <td class="num">{left}</td>
                  <td class="num">{days ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function MostSold({ rows }: { readonly rows: DashboardProps["mostSold"] }) {
  const most = Math.max(1, ...rows.map(({ pieces }) => pieces));
  return (
    <section class="panel" aria-labelledby="t-h">
      <div class="bar">
        <h2 id="t-h">Most sold</h2>
      </div>
      {rows.length === 0 ? (
        <div class="pad">
          <p>Nothing was sold in this time.</p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Most sold">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Thing</th>
                <th scope="col">
                  <span class="visually-hidden">Share</span>
                </th>
                <th scope="col" class="num">
                  Pieces
                </th>
                <th scope="col" class="num">
                  Sales
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ title, pieces, sales }) => (
                <tr>
                  <th scope="row" safe>
                    {title}
                  </th>
                  <td class="grow">
                    <svg class="hbar" viewBox={`0 0 ${most} 10`} preserveAspectRatio="none" aria-hidden="true">
                      <rect width={String(pieces)} height="10" />
                    </svg>
                  </td>
                  <td class="num">{pieces}</td>
                  <td class="num" safe>
                    {sales}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function Left({ rows }: { readonly rows: DashboardProps["left"] }) {
  return (
    <section class="panel" aria-labelledby="c-h">
      <div class="bar">
        <h2 id="c-h">Carts left standing</h2>
      </div>
      {rows.length === 0 ? (
        <div class="pad">
          <p>None in the last two weeks.</p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Carts left standing">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Stopped at</th>
                <th scope="col">When</th>
                <th scope="col" class="num">
                  Worth
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ who, where, when, worth }) => (
                <tr>
                  <th scope="row" class="grow" safe>
                    {who}
                  </th>
                  <td safe>{where}</td>
                  <td safe>{when}</td>
                  <td class="num" safe>
                    {worth}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
