// How the goods are written down; build.ts unfolds this into catalogue.json.
export interface Option {
  name: string;
  picture?: boolean;
  values: [label: string, code: string, addCents?: number, addGrams?: number][];
}
export interface Item {
  h: string;
  t: string;
  v: string;
  ty: string;
  tags: string[];
  c: string[];
  s: string; // short description
  d: string; // long description, Markdown
  price: number;
  was?: number;
  sku: string;
  stock: number;
  g: number;
  o?: Option[];
  details: Record<string, string>;
  rel: string[];
  tax?: "standard" | "food" | "digital";
  policy?: "deny" | "backorder";
  lead?: string;
  digital?: string;
  max?: number;
  barcode?: boolean;
  empty?: string[]; // SKUs of single variants that are out of stock
}
