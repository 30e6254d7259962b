const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** Nine digits whose last one fits the others, mod 11. Source: Brønnøysundregistrene, «Om organisasjonsnummeret». */
export function isOrgnr(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(text[8])
}

/** As people write it, "921 234 554" or "NO 921234554 MVA", to nine digits; null when it is not an organisation number. */
export function readOrgnr(text: string): string | null {
  const digits = text.replace(/^\s*NO\b|\bMVA\s*$/gi, '').replace(/[\s.\u00a0]/g, '')
  return isOrgnr(digits) ? digits : null
}
