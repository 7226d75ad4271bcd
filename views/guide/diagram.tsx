const browser = ["Shows the page", "Takes what is typed", "Remembers light or dark", "Says where it is, if asked"];
const server = [
  "Knows the price",
  "Checks every field",
  "Counts the stock",
  "Keeps passwords hashed",
  "Decides what a code is worth",
];

/** The browser sends a quantity, the server answers with a piece of page. */
export function WireDiagram({ answer }: { readonly answer: string }) {
  return (
    <figure class="full">
      <div class="table-scroll" tabindex="0" role="group" aria-label="Diagram, scrolls sideways on a narrow screen">
        <svg class="wire" viewBox="0 0 760 260" role="img" aria-labelledby="wire-t" fill="none" stroke="currentColor">
          <title id="wire-t">
            The browser sends a quantity to the server; the server answers with a piece of page that holds the total.
          </title>
          <rect x="1" y="1" width="250" height="258" />
          <rect x="509" y="1" width="250" height="258" />
          <path d="M380 14v52M380 104v60M380 202v44" stroke-dasharray="4 5" />
          <path d="M251 98h246M509 98l-14-7v14zM509 196H263M251 196l14-7v14z" />
          <g fill="currentColor" stroke="none">
            <Column x={24} head="Browser" whose="belongs to the visitor" lines={browser} />
            <Column x={532} head="Server" whose="belongs to the shop" lines={server} />
            <text x="380" y="88" text-anchor="middle">
              quantity=2
            </text>
            <text x="380" y="186" text-anchor="middle" safe>
              {answer}
            </text>
          </g>
        </svg>
      </div>
      <figcaption class="small soft">One keystroke in the field for the quantity.</figcaption>
    </figure>
  );
}

type ColumnProps = {
  readonly x: number;
  readonly head: string;
  readonly whose: string;
  readonly lines: readonly string[];
};

function Column({ x, head, whose, lines }: ColumnProps) {
  return (
    <>
      <text x={x} y="38" font-size="24" safe>
        {head}
      </text>
      <text x={x} y="62" font-size="13" safe>
        {whose}
      </text>
      {lines.map((text, at) => (
        <text x={x} y={104 + at * 28} font-size="15" safe>
          {text}
        </text>
      ))}
    </>
  );
}
