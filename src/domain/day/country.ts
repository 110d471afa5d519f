/** Calling codes and their countries, the longer ones first where one begins another. */
const COUNTRIES: readonly (readonly [string, string])[] =
  (
    '76 KZ 77 KZ 7 RU 380 UA 375 BY 373 MD 374 AM 994 AZ 995 GE 996 KG 992 TJ 993 TM 998 UZ 370 LT 371 LV 372 EE 48 PL 420 CZ ' +
    '421 SK 36 HU 49 DE 43 AT 41 CH 33 FR 39 IT 34 ES 351 PT 44 GB 353 IE 31 NL 32 BE 352 LU 46 SE 47 NO 45 DK 358 FI 354 IS 40 RO ' +
    '359 BG 30 GR 357 CY 381 RS 382 ME 389 MK 385 HR 386 SI 972 IL 90 TR 971 AE 61 AU 64 NZ 55 BR 54 AR 52 MX 1 US'
  )
    .match(/\S+ [A-Z]{2}/g)
    ?.map((pair) => pair.split(' ') as [string, string]) ?? []

/**
 * The country of a number in E.164 by its calling code; null when it is none of those that matter here. +1 is the country of most who
 * have it.
 */
export function countryOfPhone(phone: string): string | null {
  if (!phone.startsWith('+')) return null
  return COUNTRIES.find(([code]) => phone.startsWith(code, 1))?.[1] ?? null
}

/** By whose calendar a client lives: as entered, else as its phone says, else that of the user. A strange phone is of no country here. */
export function countryOf(
  { country, phone }: { country: string | null; phone: string | null },
  own: string,
): string | null {
  if (country !== null && country !== '') return country.toUpperCase()
  return phone === null ? own : countryOfPhone(phone)
}
