import { plain } from "./header.ts";

/** What WooCommerce and Shopify call things that nobody put anywhere, in the languages of their sites: no shelf of a shop. */
const names =
  "Uncategorized | Uncategorised | Unkategorisiert | Allgemein | Non classé | Non catégorisé | Sin categorizar | Sin categoría | Senza categoria | Geen categorie | Zonder categorie | Ongecategoriseerd | Sem categoria | Bez kategorii | Без категории | Без рубрики | Без категорії | Okategoriserade | Okategoriserad | Ukategoriseret | Ikke kategoriseret | Ukategorisert | Luokittelematon | Nezařazené | Nezaradené | Nekategorizirano | Nekategorisano | Egyéb kategória | Kategorizálatlan | Fără categorie | Necategorizat | Χωρίς κατηγορία | Kategorisiz | Genel | Без категорија | Некатегоризирано | 未分類 | 未分类 | 미분류 | غير مصنف | ללא קטגוריה | Chưa phân loại | ไม่ได้จัดหมวดหมู่";

const known = new Set(names.split(" | ").map(plain));

/** Whether a category is only where a shop keeps what has none. */
export const isUncategorized = (name: string): boolean => known.has(plain(name));
