import { z } from 'zod'
import { askOutside } from '../../platform/outside/ask.ts'
import type { Enhetsregisteret, Unit } from '../../platform/outside/enhetsregisteret.ts'

/** What we read of a unit; the rest of the answer may change. Source: data.brreg.no/enhetsregisteret/api/dokumentasjon. */
const unit = z.object({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: z.string().min(1).max(400),
  organisasjonsform: z.object({ kode: z.string().max(20), beskrivelse: z.string().max(200) }),
  forretningsadresse: z.object({ kommunenummer: z.string().regex(/^\d{4}$/).optional() }).optional(),
  overordnetEnhet: z.string().optional(),
  slettedato: z.string().optional(),
})
/** One that is gone may have lost its name. */
const deleted = z.object({ slettedato: z.iso.date() })
const search = z.object({ _embedded: z.object({ enheter: z.array(unit) }).optional() })

/** Asks the register at this address; null: asks nobody. */
export function enhetsregisteret(address: string | null, timeoutMs = 4_000): Enhetsregisteret {
  if (address === null) return { byOrgnr: async () => ({ failed: 'off' }), byName: async () => ({ failed: 'off' }) }
  return {
    async byOrgnr(orgnr) {
      if (!/^\d{9}$/.test(orgnr)) return { failed: 'notFound' }
      const answer = await askOutside(`${address}/enheter/${orgnr}`, { timeoutMs, maxBytes: 500_000 })
      if ('failed' in answer) return answer
      if (answer.status === 404 || answer.status === 400) return { failed: 'notFound' }
      const body = parse(answer.text)
      const gone = deleted.safeParse(body)
      if (gone.success) return { failed: 'deleted', on: gone.data.slettedato }
      if (answer.status === 410) return { failed: 'deleted', on: null }
      const read = unit.safeParse(body)
      if (answer.status !== 200 || !read.success || read.data.organisasjonsnummer !== orgnr) return { failed: 'garbage' }
      return { found: asUnit(read.data) }
    },
    async byName(name) {
      const answer = await askOutside(`${address}/enheter?navn=${encodeURIComponent(name.slice(0, 180))}&size=10`, { timeoutMs, maxBytes: 2_000_000 })
      if ('failed' in answer) return answer
      const read = search.safeParse(parse(answer.text))
      if (answer.status !== 200 || !read.success) return { failed: 'garbage' }
      return { found: (read.data._embedded?.enheter ?? []).filter((one) => !one.slettedato).slice(0, 10).map(asUnit) }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const asUnit = (read: z.infer<typeof unit>): Unit => ({
  orgnr: read.organisasjonsnummer,
  name: read.navn.replace(/\s+/g, ' ').trim(),
  form: read.organisasjonsform.kode,
  formText: read.organisasjonsform.beskrivelse,
  municipalityNumber: read.forretningsadresse?.kommunenummer ?? null,
  parentOrgnr: read.overordnetEnhet ?? null,
})
