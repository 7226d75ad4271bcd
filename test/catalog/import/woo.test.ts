import { describe, expect, test } from "bun:test";
import { fixture, readFixture, readText } from "./reading.ts";

const woo = await readFixture("woo.csv");

describe("a WooCommerce file", () => {
  test("is recognised behind its byte order mark", () => {
    expect(woo.form).toBe("woocommerce");
    expect(woo.products.map((product) => product.handle)).toEqual([
      "mug-saucer",
      "plate",
      "song",
      "table-set",
      "poster",
      "plate-64",
    ]);
  });

  test("variations find their parent by id or SKU, before and after it", () => {
    const mug = woo.product("mug-saucer");
    expect(mug.title).toBe("Mug & Saucer");
    expect(mug.options).toEqual([
      { name: "Colour", values: ["Blue", "Red"] },
      { name: "Size", values: ["Large", "Small"] },
    ]);
  });

  test("a blank attribute means any value that no other variation claims; one switched off is left out", () => {
    expect(
      woo.product("mug-saucer").variants.map((each) => [...each.options.slice(0, 2), each.price, each.sku]),
    ).toEqual([
      ["Blue", "Large", 1400, "mug-blue-l"],
      ["Blue", "Small", 1200, "mug-blue"],
      ["Red", "Large", 1100, "mug-red"],
      ["Red", "Small", 1100, "mug-red"],
    ] as never);
  });

  test("the sale price is the price, the regular one what it is compared with, within the sale's dates", async () => {
    expect(woo.product("plate").variants[0]).toMatchObject({ price: 1500, compareAt: 1800 });
    const later = await readFixture("woo.csv", { now: new Date("2026-02-02") });
    expect(later.product("plate").variants[0]).toMatchObject({ price: 1800, compareAt: null });
  });

  test("stock: counted where a number stands, gone where it says so, backorders where allowed", () => {
    expect(woo.product("mug-saucer").variants.map((each) => [each.tracked, each.stock])).toEqual([
      [true, 3],
      [true, 5],
      [true, 0],
      [true, 0],
    ]);
    expect(woo.product("plate").variants[0]).toMatchObject({
      stock: 7,
      tracked: true,
      backorder: true,
      maxPerOrder: 1,
    });
    expect(woo.product("song").variants[0]).toMatchObject({ tracked: false });
  });

  test("weights are read in the unit of their column, and variations take the parent's", () => {
    expect(woo.product("plate").variants[0]?.weight).toBe(600);
    expect(woo.product("mug-saucer").variants[0]?.weight).toBe(350);
  });

  test("categories are paths, also with a comma of their own", () => {
    expect(woo.product("mug-saucer").collections).toEqual([["Kitchen", "Mugs"], ["Gifts"]]);
    expect(woo.product("plate").collections).toEqual([["Kitchen", "Plates, flat"]]);
  });

  test("pictures are the parent's and the variations', each once", () => {
    expect(woo.product("mug-saucer").pictures.map((each) => each.address)).toEqual([
      "https://pictures.example/mug-1.jpg",
      "https://pictures.example/mug-blue.jpg",
    ]);
    expect(woo.product("mug-saucer").pictureEntries).toBe(3);
  });

  test("attributes that are no option are shown, unless they are hidden", () => {
    expect(woo.product("plate").attributes).toEqual([{ name: "Glaze", value: "Matt" }]);
  });

  test("grouped, external, hidden: drafts, with what they point at kept", () => {
    expect(woo.product("table-set")).toMatchObject({ status: "draft", variants: [], gathers: ["mug-saucer", "plate"] });
    expect(woo.product("poster").status).toBe("draft");
    expect(woo.product("poster").description).toContain(
      'href="https://elsewhere.example/poster?a=1&#38;b=2">Buy there</a>',
    );
    expect(woo.product("plate-64").status).toBe("draft");
  });

  test("downloadable and virtual things are digital; tax classes keep their names", () => {
    expect(woo.product("song")).toMatchObject({ digital: true, taxClass: "untaxed" });
    expect(woo.product("plate").taxClass).toBe("reduced");
  });

  test("upsells and cross-sells become related products", () => {
    expect(woo.product("mug-saucer").related).toEqual(["plate"]);
    expect(woo.product("plate").related).toEqual(["mug-saucer"]);
  });

  test("names what it left out", () => {
    expect(woo.troubles.filter((each) => each.leftOut).map((each) => [each.row, each.column])).toEqual([
      [12, "Regular price"],
      [13, "Parent"],
    ]);
  });
});

describe("sites in other languages", () => {
  test("Russian", async () => {
    const { product } = await readFixture("woo-russian.csv", { currency: "RUB" });
    expect(product("чашка")).toMatchObject({
      options: [{ name: "Цвет", values: ["Синий", "Красный"] }],
      variants: [
        { price: 90000, stock: 4, weight: 300 },
        { price: 80000, compareAt: 90000, stock: 1 },
      ],
      collections: [["Посуда", "Чашки"]],
    });
  });

  test("German, with semicolons, decimal commas and Windows-1252", async () => {
    const { product, troubles } = await readFixture("woo-german-1252.csv", { currency: "EUR" });
    expect(product("krug-fur-ol")).toMatchObject({
      title: "Krug für Öl",
      description: "Für Öl – und Essig",
      attributes: [{ name: "Farbe", value: "Grün" }],
      variants: [{ price: 2490, weight: 1250, stock: 5 }],
    });
    expect(product("krug-gross").variants).toMatchObject([{ price: 99900, compareAt: 104900 }]);
    expect(troubles).toMatchObject([{ row: 4, column: "Regulärer Preis" }]);
  });

  test.each([
    ["ID,Type,UGS,Nom,Tarif régulier,Catégories,Nom de l’attribut 1,Valeur(s) de l’attribut 1", "French"],
    ["ID,Tipo,SKU,Nombre,Precio normal,Categorías,Nombre del atributo 1,Valor(es) del atributo 1", "Spanish"],
    ["ID,Tipo,COD,Nome,Prezzo di listino,Categorie,Attributo 1 nome,Attributo 1 valuta(e)", "Italian"],
    ["ID,Type,Artikelnummer,Naam,Reguliere prijs,Categorieën,Naam eigenschap 1,Waarde eigenschap 1", "Dutch"],
    ["ID,Typ,SKU,Nazwa,Cena,Kategorie,Nazwa atrybutu 1,Wartości atrybutu 1", "Polish"],
    ["ID,Tipo,SKU,Nome,Preço,Categorias,Nome do atributo 1,Valores do atributo 1", "Portuguese"],
  ])("%s (%s)", async (header) => {
    const { products } = await readText(`${header}\n1,simple,M-1,Mug,5,Kitchen > Mugs,Glaze,Matt\n`);
    expect(products).toMatchObject([
      {
        title: "Mug",
        variants: [{ sku: "M-1", price: 500 }],
        collections: [["Kitchen", "Mugs"]],
        attributes: [{ name: "Glaze" }],
      },
    ]);
  });
});

test("a language that is not known is read by the order of the columns", async () => {
  const woo = await Bun.file(fixture("woo-swedish.csv")).text();
  const { form, product } = await readText(woo, { currency: "SEK" });
  expect(form).toBe("woocommerce");
  expect(product("mugg")).toMatchObject({
    variants: [{ sku: "M-1-R", price: 11900, compareAt: 14900, stock: 3, weight: 350 }],
    options: [{ name: "Färg", values: ["Röd"] }],
    collections: [["Kök", "Muggar"]],
    pictures: [{ address: "https://pictures.example/mugg.jpg" }],
  });
});

test("and so are the brands that came with later versions", async () => {
  const woo = await Bun.file(fixture("woo-swedish.csv")).text();
  const later = woo.replace("Placering,", "Placering,Varumärken,").replaceAll(",0,Färg,", ",0,Nord,Färg,");
  const { product } = await readText(later, { currency: "SEK" });
  expect(product("mugg")).toMatchObject({ vendor: "Nord", options: [{ name: "Färg", values: ["Röd"] }] });
});

test("attributes in a language that is not known are told by their places", async () => {
  const header = "ID,Type,SKU,Name,Regular price,Parent,Attribut 1 namn,Attribut 1 värde(n),Attribut 1 synligt";
  const rows = '1,variable,cap,Cap,,,Färg,"Röd, Blå",1\n2,variation,r,,5,cap,Färg,Röd,\n3,variation,b,,5,cap,Färg,Blå,';
  const { product } = await readText(`${header}\n${rows}\n`);
  expect(product("cap").options).toEqual([{ name: "Färg", values: ["Röd", "Blå"] }]);
});

describe("variations", () => {
  const header = "ID,Type,SKU,Name,Published,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)";
  const parent = '1,variable,tee,Tee,1,,,,Size,"S, M, L"';

  test("stock that stands for any size is shared out, so no more can be sold than there is", async () => {
    const { product } = await readText(`${header}\n${parent}\n2,variation,tee-any,,1,5,10,tee,Size,\n`);
    expect(product("tee").variants.map((each) => [each.options[0], each.stock])).toEqual([
      ["S", 2],
      ["M", 2],
      ["L", 1],
    ] as never);
  });

  test("stock kept by the parent is shared out as well", async () => {
    const rows =
      "2,variation,tee-s,,1,parent,10,tee,Size,S\n3,variation,tee-m,,1,1,10,tee,Size,M\n4,variation,tee-l,,1,,10,tee,Size,L";
    const { product } = await readText(`${header}\n1,variable,tee,Tee,1,9,,,Size,"S, M, L"\n${rows}\n`);
    expect(product("tee").variants.map((each) => each.stock)).toEqual([5, 1, 4]);
  });

  test("two with the same options are one too many", async () => {
    const { troubles } = await readText(
      `${header}\n${parent}\n2,variation,a,,1,5,10,tee,Size,S\n3,variation,b,,1,5,10,tee,Size,S\n`,
    );
    expect(troubles).toMatchObject([{ row: 4, leftOut: true }]);
  });

  test("a product that stands twice is named the second time; the same name with another SKU is another product", async () => {
    const rows = "1,simple,a,Mug,1,,5,,,\n1,simple,a,Mug,1,,5,,,\n2,simple,b,Mug,1,,5,,,";
    const { products, troubles } = await readText(`${header}\n${rows}\n`);
    expect(products.map((each) => each.handle)).toEqual(["mug", "mug-a", "mug-b"]);
    expect(troubles).toEqual([]);
  });

  test("values that no variation sells are not offered", async () => {
    const { product } = await readText(`${header}\n${parent}\n2,variation,tee-m,,1,5,10,tee,Size,M\n`);
    expect(product("tee").options).toEqual([{ name: "Size", values: ["M"] }]);
  });

  test("a variation's value keeps its comma, escaped or not", async () => {
    const rows = '2,variation,a,,1,5,10,tee,Size,"Mint, cool"\n3,variation,b,,1,5,10,tee,Size,"Fig\\, ripe"';
    const { product } = await readText(
      `${header}\n1,variable,tee,Tee,1,,,,Size,"Mint\\, cool, Fig\\, ripe"\n${rows}\n`,
    );
    expect(product("tee").options).toEqual([{ name: "Size", values: ["Mint, cool", "Fig, ripe"] }]);
    expect(product("tee").variants.map((each) => each.sku)).toEqual(["a", "b"]);
  });

  test("WordPress's own names of attributes and plugins' variations are read", async () => {
    const rows =
      "1,variable-subscription,box,Box,1,,,,pa_box-size,Small\n2,subscription_variation,b,,1,,9,box,pa_box-size,Small";
    const { product, troubles } = await readText(`${header}\n${rows}\n`);
    expect(product("box")).toMatchObject({ status: "draft", options: [{ name: "Box size", values: ["Small"] }] });
    expect(troubles).toMatchObject([{ row: 2, column: "Type", leftOut: false }]);
  });

  test("a variable product without variations has nothing to sell", async () => {
    const { products, troubles } = await readText(`${header}\n${parent}\n`);
    expect([products.length, troubles[0]?.reason]).toEqual([0, "the product has no variations, so nothing to sell"]);
  });
});

describe("more attributes than Pushcart has options", () => {
  const names = ["Colour", "Size", "Legs", "Cloth"];
  const header = `ID,Type,SKU,Name,Published,Regular price,Parent,${names.map((_, at) => `Attribute ${at + 1} name,Attribute ${at + 1} value(s)`).join(",")}`;
  const row = (start: string, values: readonly string[]) =>
    `${start},${names.map((name, at) => `${name},"${values[at] ?? ""}"`).join(",")}`;

  test("those with one value are facts, blank ones nothing", async () => {
    const rows = [
      row("1,variable,sofa,Sofa,1,,", ["Red, Blue", "Two seats, Three seats", "Oak", "Linen, Wool"]),
      row("2,variation,a,,1,500,sofa", ["Red", "Two seats", "Oak", "Linen"]),
      row("3,variation,b,,1,600,sofa", ["Blue", "Three seats", "Oak", "Wool"]),
      row("4,variable,chair,Chair,1,,", ["Red", "", "", ""]),
      row("5,variation,c,,1,100,chair", ["Red", "", "", ""]),
    ];
    const { product, troubles } = await readText(`${header}\n${rows.join("\n")}\n`);
    expect(troubles).toEqual([]);
    expect(product("sofa").options.map((each) => each.name)).toEqual(["Colour", "Size", "Cloth"]);
    expect(product("sofa").attributes).toEqual([{ name: "Legs", value: "Oak" }]);
    expect(product("chair").options).toEqual([{ name: "Colour", values: ["Red"] }]);
  });

  test("the last are chosen together, a blank one standing for all of its values", async () => {
    const rows = [
      row("1,variable,sofa,Sofa,1,,", ["Red, Blue", "Two, Three", "Oak, Steel", "Linen, Wool"]),
      row("2,variation,a,,1,500,sofa", ["Blue", "Two", "Steel", "Wool"]),
      row("3,variation,b,,1,600,sofa", ["Red", "Three", "Oak", ""]),
    ];
    const { product } = await readText(`${header}\n${rows.join("\n")}\n`);
    expect(product("sofa").options).toEqual([
      { name: "Colour", values: ["Red", "Blue"] },
      { name: "Size", values: ["Two", "Three"] },
      { name: "Legs / Cloth", values: ["Oak / Linen", "Oak / Wool", "Steel / Wool"] },
    ]);
    expect(product("sofa").variants.map((each) => [each.options.join(", "), each.price])).toEqual([
      ["Red, Three, Oak / Linen", 60000],
      ["Red, Three, Oak / Wool", 60000],
      ["Blue, Two, Steel / Wool", 50000],
    ] as never);
  });

  test("too many combinations are refused, not counted out", async () => {
    const many = Array.from({ length: 60 }, (_, at) => `v${at}`).join(", ");
    const rows = [row("1,variable,x,X,1,,", [many, many, many, many]), row("2,variation,a,,1,5,x", ["", "", "", ""])];
    const { products, troubles } = await readText(`${header}\n${rows.join("\n")}\n`);
    expect(products).toEqual([]);
    expect(troubles[0]).toMatchObject({ row: 3, reason: "the product has more than 1000 variants" });
  });
});

describe("what else WooCommerce's files hold", () => {
  const header =
    "ID,Type,Name,Status,Visibility in catalogue,Regular price,Categories,ISBN,Parent,Meta: _yoast_wpseo_title,Meta: _yoast_wpseo_metadesc";
  const rows = [
    "1,simple,Plain,publish,visible,5,Uncategorised,9783161484100,,Plain thing for you,All about it.",
    '2,simple,Draft,draft,visible,5,"Sin categorizar, Food > Tea",,,%%title%% %%sep%% %%sitename%%,',
    "3,simple,Hidden,publish,hidden,5,Non classé,,,%title% %sep% %sitename%,",
    "4,bundle,Bundle,publish,visible,5,,,,,",
    "5,variable,Songs,publish,visible,,,,,,",
    '6,"variation, downloadable, virtual",Songs,publish,,3,,,id:5,,',
  ].join("\n");

  test("British and plugins' column names, words for published, and categories that are none", async () => {
    const { product, troubles } = await readText(`${header}\n${rows}\n`);
    expect(product("plain")).toMatchObject({
      status: "active",
      collections: [],
      variants: [{ barcode: "9783161484100" }],
    });
    expect(product("draft")).toMatchObject({ status: "draft", collections: [["Food", "Tea"]] });
    expect(product("hidden")).toMatchObject({ status: "draft", collections: [] });
    expect(product("bundle").status).toBe("draft");
    expect(troubles).toMatchObject([{ row: 5, column: "Type", leftOut: false }]);
  });

  test("titles for search engines come along, patterns of plugins do not", async () => {
    const { product } = await readText(`${header}\n${rows}\n`);
    expect(product("plain")).toMatchObject({ seoTitle: "Plain thing for you", seoDescription: "All about it." });
    expect([product("draft").seoTitle, product("hidden").seoTitle]).toEqual(["", ""]);
  });

  test("a short description opens the long one where the page's line is one for search engines", async () => {
    const columns = "ID,Name,Short description,Description,Regular price,Meta: rank_math_description";
    const text = `${columns}\n1,Oak,Short.,Long.,5,Buy oak here.\n2,Ash,Short.,Long.,5,\n`;
    const { product } = await readText(text);
    expect(product("oak")).toMatchObject({ subtitle: "Short.", description: "<p>Short.</p>\n<p>Long.</p>" });
    expect(product("ash")).toMatchObject({ subtitle: "Short.", description: "Long." });
  });

  test("both descriptions keep their own paragraphs", async () => {
    const long = `${"A long one. ".repeat(15)}\n\nIts second paragraph.`;
    const { product } = await readText(
      `ID,Name,Short description,Description,Regular price\n1,Oak,"${long}","One.\n\nTwo.",5\n`,
    );
    expect(product("oak").description.match(/<p>/g)).toHaveLength(4);
  });

  test("a brand kept as an attribute is the maker, unless there are brands or it is chosen", async () => {
    const columns = "ID,Name,Regular price,Brands,Attribute 1 name,Attribute 1 value(s)";
    const { product } = await readText(
      `${columns}\n1,Oak,5,,Brand,Weir\n2,Ash,5,Mill,Brand,Weir\n3,Elm,5,,Brand,"Weir, Mill"\n`,
    );
    expect(product("oak")).toMatchObject({ vendor: "Weir", attributes: [] });
    expect(product("ash")).toMatchObject({ vendor: "Mill", attributes: [{ name: "Brand", value: "Weir" }] });
    expect(product("elm")).toMatchObject({ vendor: "", attributes: [{ name: "Brand", value: "Weir, Mill" }] });
  });

  test("length, width and height are one fact, where all three are there", async () => {
    const columns = "ID,Name,Regular price,Weight (kg),Length (cm),Width (cm),Height (cm)";
    const { product } = await readText(`${columns}\n1,Oak,5,1,30,20.5,10\n2,Ash,5,1,30,,10\n3,Elm,5,1,0,0,0\n`);
    expect(product("oak").attributes).toEqual([{ name: "Dimensions", value: "30 × 20.5 × 10 cm" }]);
    expect([product("ash").attributes, product("elm").attributes]).toEqual([[], []]);
  });

  test("a table that a program read from a shop is taken by its prices, also without the variations", async () => {
    const { product, troubles } = await readText(
      [
        "id,name,type,status,price,regular_price,sale_price,stock_quantity,all_images",
        "1,Set,variable,publish,2890,,,,https://pictures.example/a.jpg; https://pictures.example/b.jpg",
        "2,Cap,simple,publish,1990,2990,1990,4,",
      ].join("\n"),
    );
    expect(product("set").variants).toMatchObject([{ price: 289000, compareAt: null }]);
    expect(product("set").pictures).toHaveLength(2);
    expect(product("cap").variants).toMatchObject([{ price: 199000, compareAt: 299000, stock: 4 }]);
    expect(troubles).toMatchObject([{ row: 2, column: "type", leftOut: false }]);
  });

  test("what is sold in virtual variations only is digital", async () => {
    const { product } = await readText(`${header}\n${rows}\n`);
    expect([product("songs").digital, product("plain").digital]).toEqual([true, false]);
  });
});
