import { type PartnerType, partnerTypes, type Statement, type StatementName } from './form.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Counts, fewest, suppress } from './suppress.ts'

/** One statement as it may be shown. `counts` is null where too few answered; `types` are the groups that may stand beside it, those of which enough took a stand. */
export type Result = { statement: Statement; counts: Counts | null; figures: Figures | null; types: ReadonlyMap<PartnerType, Figures> }

type ByType = ReadonlyMap<PartnerType, Counts>

/** What may be shown of an evaluation, statement by statement. */
export const resultsOf = (form: readonly Statement[], tally: ReadonlyMap<StatementName, ByType>): Result[] =>
  form.map((statement) => {
    const { total, groups } = suppress<PartnerType>(tally.get(statement.name) ?? new Map())
    const types = [...groups].flatMap(([type, counts]): [PartnerType, Figures][] => { const figures = figuresOf(counts); return figures && figures.answered >= fewest ? [[type, figures]] : [] })
    return { statement, counts: total, figures: total && figuresOf(total), types: new Map(types) }
  })

/** The groups that stand beside at least one statement, those who left last. */
export const typesIn = (results: readonly Result[]): PartnerType[] => partnerTypes.filter((type) => results.some((one) => one.types.has(type)))
