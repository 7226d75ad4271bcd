/** What may be sent, and what becomes of it: for who asks before they send. */
export function FormatsHelp({ currency }: { readonly currency: string }) {
  return (
    <section class="panel" aria-labelledby="formats-h">
      <div class="bar">
        <h2 id="formats-h">What the shop reads</h2>
      </div>
      <div class="pad">
        <ul>
          <li>
            <strong>Shopify</strong>: what “Export products” writes there, with the column names of before 2024 or
            since. Type and tags become collections by rule.
          </li>
          <li>
            <strong>WooCommerce</strong>: what “Export” writes there, with variations, in any language of the site.
          </li>
          <li>
            <strong>Pushcart</strong>: what <code>pushcart export</code> writes. It holds everything, and comes back the
            same.
          </li>
          <li>
            <strong>A table of your own</strong>: with columns Handle, Title and Price at least. What it has no column
            for stays as it is.
          </li>
        </ul>
        <p>
          Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. <span safe>{`Prices are in ${currency}.`}</span>{" "}
          Products are told by their handle, kinds of one by their options or number: sent again, a product is changed,
          not doubled. Two rows that say the same thing, and rows without a price, are left out and told. What was sold
          meanwhile stays sold.
        </p>
      </div>
    </section>
  );
}
