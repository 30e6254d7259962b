import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { distance, respell } from './spelling.ts'
import { excerpt, fold, highlight, readQuery } from './index.ts'
import { isPart } from './query.ts'
import { rootOf } from './root.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Whether a search for one word looks for what the other is written as. */
const finds = (typed: string, written: string) => readQuery(typed).words.every(({ roots }) => roots.some((root) => (isPart(root) ? fold(written).includes(root) : fold(written).startsWith(root))))

/** Words from plans, as bokmål and as nynorsk has them. */
const pairs = `
  kommuner kommunar · kommunene kommunane · tjenester tenester · helsetjenesten helsetenesta · høyskole høgskule · høgskolen høgskulen · virkemidler verkemiddel · medvirkning medverknad
  samskaping samskaping · veiledere rettleiarar · veiledning rettleiing · lederne leiarane · ledelse leiing · deltakere deltakarar · innbyggerne innbyggjarane · boliger bustader
  bosetting busetjing · ansatte tilsette · hjemmetjenester heimetenester · muligheter moglegheiter · offentlig offentleg · enheter einingar · eiendommer eigedomar · eiere eigarar · løsninger løysingar
  økning auke · tilbud tilbod · tjenestetilbudet tenestetilbodet · kilder kjelder · sammenheng samanheng · fraflytting fråflytting · folketallet folketalet · bærekraftig berekraftig · trygghet tryggleik
  sykehjem sjukeheim · regnskap rekneskap · søknader søknader · forskning forsking · forskere forskarar · mestring meistring · beslutninger avgjerder · tettsteder tettstader · strømnett straumnett
  kommunevalg kommuneval · bredbånd breiband · måneder månader · likestilling jamstilling · veier vegar · skoler skular · barnehager barnehagar · virksomheter verksemder · grønn grøn · samarbeid samarbeid
  næringsutvikling næringsutvikling · planer planar · regioner regionar · høringer høyringar · opplevelser opplevingar · ferger ferjer · videregående vidaregåande · ensomhet einsemd · lønnsomme lønsame
`.split(/·|\n/).map((pair) => pair.trim().split(' ')).filter((pair): pair is [string, string] => pair.length === 2)

describe('both written forms', () => {
  test('words as bokmål has them find what nynorsk has, and the other way', () => {
    expect(pairs.length).toBeGreaterThan(60)
    const missed = pairs.flatMap(([nb, nn]) => [...(finds(nb, nn) ? [] : [`${nb} → ${nn}`]), ...(finds(nn, nb) ? [] : [`${nn} → ${nb}`])])
    expect(missed).toEqual([])
  })

  test('a word finds itself in the other endings', () => {
    for (const [typed, written] of [['lederne', 'leder'], ['leiarane', 'leiar'], ['kommunane', 'kommuneplan'], ['innsatsområder', 'innsatsområdene'], ['tiltaka', 'tiltak'], ['region', 'regionane']] as const) {
      expect([typed, written, finds(typed, written)]).toEqual([typed, written, true])
    }
  })
})

describe('parts of words', () => {
  test('a compound is found by its beginning, its end and what stands between', () => {
    for (const part of ['barnehage', 'barnehager', 'plasser', 'hageplass']) expect(finds(part, 'barnehageplasser')).toBe(true)
    expect(finds('barnehage', 'barnevern')).toBe(false)
  })

  test('å is never a, and aa, oe and ae are what they are written for', () => {
    expect(finds('Aalesund', 'Ålesund')).toBe(true)
    expect(finds('Ålesund', 'Aalesund')).toBe(true)
    expect(finds('Foerde', 'Førde')).toBe(true)
    expect(finds('vaaler', 'Våler')).toBe(true)
    expect(finds('vare', 'våre')).toBe(false)
    expect(finds('Karasjohka', 'Kárášjohka')).toBe(true)
    expect(finds('idé', 'ide')).toBe(true)
  })
})

describe('what is typed', () => {
  test('numbers and codes are words as they stand', () => {
    const typed = (text: string) => readQuery(text).words.map((word) => word.typed)
    expect(typed('T3')).toEqual(['t3'])
    expect(typed('1.2 og 12/34')).toEqual(['1.2', '12/34'])
    expect(typed('123 456 789')).toEqual(['123456789'])
    expect(typed('3301 Drammen')).toEqual(['3301', 'drammen'])
    expect(typed('plan for næring')).toEqual(['plan', 'næring'])
    expect(typed('og i')).toEqual(['og', 'i'])
  })

  test('check 18: hostile text is few words of letters and digits, quickly', () => {
    const corpus = ['a'.repeat(50_000), '%_\\ '.repeat(9_000), '\u0000\ud800\udfff', "'); drop table item; --", '!:*&|<->()'.repeat(4_000), 'æ'.repeat(50_000), '🙂'.repeat(20_000), "':*A | 'x", '\u202e\ufeff']
    const began = performance.now()
    for (const text of corpus) {
      const { words, text: kept } = readQuery(text)
      expect(words.length).toBeLessThanOrEqual(8)
      expect([...kept].length).toBeLessThanOrEqual(200)
      for (const word of words) for (const form of [...word.forms, ...word.roots]) expect(form).toMatch(/^[\p{L}\p{N}\p{M}]+([.,/]\p{N}+)*$/u)
    }
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('whatever is typed is read without fault, and read the same again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const query = readQuery(text)
      expect(readQuery(query.text).words).toEqual(query.words)
    }), { numRuns: 200 })
  })
})

describe('the fold', () => {
  test('is the same in the program and in the database', async () => {
    const letters = 'abcæøåÆØÅéÉüÜöäÄáčđŋšŧžÁČĐŊŠŦŽ 09.-%_\\«»'
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom(...letters, 'å'), maxLength: 40 }), { minLength: 1, maxLength: 20 }), async (texts) => {
      const { rows } = await sql<{ folded: string }>`select search_fold(given) as folded from unnest(${texts}::text[]) with ordinality as t(given, n) order by n`.execute(database.db)
      expect(rows.map((row) => row.folded)).toEqual(texts.map(fold))
    }), { numRuns: 20 })
  })
})

describe('spelling', () => {
  test('what is misspelt is read as the nearest that is there', () => {
    const there = ['Auke kompetansen i kommunane', 'Nye innsatsområder', 'Tiltak for unge', 'Vedtak i fylkestinget', 'Bærekraftig reiseliv']
    for (const [typed, meant] of [['kompetence', 'kompetansen'], ['innsatsomrade', 'innsatsområder'], ['tlitak', 'tiltak'], ['vedtk', 'vedtak'], ['berekraftig reiselv', 'berekraftig reiseliv']] as const) {
      expect([typed, respell(readQuery(typed), there)]).toEqual([typed, meant])
    }
    expect(respell(readQuery('kompetanse'), there)).toBeNull()
    expect(respell(readQuery('xyzzy'), there)).toBeNull()
  })

  test('the distance is that of the letters, and never more than asked for plus one', () => {
    expect([distance('tlitak', 'tiltak', 3), distance('abc', 'abc', 1), distance('', 'abc', 5), distance('abcdef', 'uvwxyz', 2)]).toEqual([1, 0, 3, 3])
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(distance(a, b, 12)).toBe(distance(b, a, 12))
      expect(distance(a, b, 12) === 0).toBe(a === b)
    }))
  })
})

describe('what is marked', () => {
  test('is the whole word that holds what was searched for, and nothing is lost', () => {
    const marked = (text: string, typed: string) => highlight(text, readQuery(typed)).filter(({ hit }) => hit).map(({ text: word }) => word)
    expect(marked('Flere barnehageplasser i kommunane', 'plass kommune')).toEqual(['barnehageplasser', 'kommunane'])
    expect(marked('<script>plan</script>', 'plan')).toEqual(['plan'])
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(highlight(text, readQuery('plan æ 1.2')).map((stretch) => stretch.text).join('')).toBe(text)
    }))
  })

  test('an excerpt is short, and around the first hit', () => {
    const long = `${'ord '.repeat(100)}tiltak ${'mer '.repeat(100)}`
    const stretches = excerpt(long, readQuery('tiltak'))
    const text = stretches.map((stretch) => stretch.text).join('')
    expect(text.length).toBeLessThan(220)
    expect(text).toMatch(/^… ord .*tiltak.* …$/)
    expect(excerpt('ikke noe her', readQuery('tiltak'))).toEqual([])
  })
})

test('a root has at least three letters, and is the beginning of its word', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abdefgilnorstæøå'), maxLength: 14 }), (word) => {
    expect(word.startsWith(rootOf(word))).toBe(true)
    expect(rootOf(word).length).toBeGreaterThanOrEqual(Math.min(word.length, 3))
  }))
})
