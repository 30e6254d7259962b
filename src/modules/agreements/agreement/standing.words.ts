import { texts } from '../../../platform/text/texts.ts'

export const standingWords = texts({
  nb: {
    title: 'Hvor langt er avtalen?', now: 'Hva nå?', nothing: 'Ingenting haster. Avtalen er på plass.', over: 'Avtalen er avsluttet.',
    text: 'Teksten', anchored: 'Forankret', signed: 'Signert', force: 'Gjelder', renewal: 'Fornyelse',
    texts: { none: 'Ikke begynt', draft: 'Under arbeid', redraft: (n: number) => `Utgave ${n} gjelder, en ny er under arbeid`, agreed: (n: number, on: string) => `Enige om utgave ${n}, ${on}` },
    count: (n: number, all: number) => (all === 0 ? 'Ingen parter ennå' : `${n} av ${all}`),
    inForce: (from: string, to: string) => [from && `fra ${from}`, to && `til ${to}`].filter(Boolean).join(' '), notInForce: 'Ikke ennå', ended: 'Avsluttet',
    renewals: { none: 'Ikke satt en dag', later: (on: string) => `Innen ${on}`, soon: (on: string) => `Ta den opp innen ${on}`, past: (on: string) => `Skulle vært tatt opp ${on}` },
    next: {
      successor: (n: number) => (n === 1 ? 'Si om etterfølgeren tar over avtalen' : `Si om ${n} etterfølgere tar over avtalen`), draft: 'Lag et utkast til teksten', agree: 'Bli enige om teksten', parties: 'Si hvem som er parter', anchor: 'Forankre hos hver part', sign: 'Samle signaturene',
      force: 'Si at avtalen gjelder', renew: 'Ta opp fornyelse',
    },
    renewHint: 'Lag en ny avtale som erstatter denne, eller sett en ny dag.',
    waitsFor: (names: string) => `Venter på ${names}`, more: (n: number) => `${n} til`, see: 'Les teksten', seeParties: 'Parter og signaturer', you: (name: string) => `Er avtalen forankret hos ${name}?`,
  },
  nn: {
    title: 'Kor langt er avtalen?', now: 'Kva no?', nothing: 'Ingenting hastar. Avtalen er på plass.', over: 'Avtalen er avslutta.',
    text: 'Teksten', anchored: 'Forankra', signed: 'Signert', force: 'Gjeld', renewal: 'Fornying',
    texts: { none: 'Ikkje byrja', draft: 'Under arbeid', redraft: (n: number) => `Utgåve ${n} gjeld, ei ny er under arbeid`, agreed: (n: number, on: string) => `Samde om utgåve ${n}, ${on}` },
    count: (n: number, all: number) => (all === 0 ? 'Ingen partar enno' : `${n} av ${all}`),
    inForce: (from: string, to: string) => [from && `frå ${from}`, to && `til ${to}`].filter(Boolean).join(' '), notInForce: 'Ikkje enno', ended: 'Avslutta',
    renewals: { none: 'Ikkje sett ein dag', later: (on: string) => `Innan ${on}`, soon: (on: string) => `Ta han opp innan ${on}`, past: (on: string) => `Skulle vore teken opp ${on}` },
    next: {
      successor: (n: number) => (n === 1 ? 'Sei om etterfølgjaren tek over avtalen' : `Sei om ${n} etterfølgjarar tek over avtalen`), draft: 'Lag eit utkast til teksten', agree: 'Bli samde om teksten', parties: 'Sei kven som er partar', anchor: 'Forankre hos kvar part', sign: 'Samle signaturane',
      force: 'Sei at avtalen gjeld', renew: 'Ta opp fornying',
    },
    renewHint: 'Lag ein ny avtale som erstattar denne, eller set ein ny dag.',
    waitsFor: (names: string) => `Ventar på ${names}`, more: (n: number) => `${n} til`, see: 'Les teksten', seeParties: 'Partar og signaturar', you: (name: string) => `Er avtalen forankra hos ${name}?`,
  },
  en: {
    title: 'How far has the agreement come?', now: 'What now?', nothing: 'Nothing is pressing. The agreement is in place.', over: 'The agreement has ended.',
    text: 'The text', anchored: 'Anchored', signed: 'Signed', force: 'In force', renewal: 'Renewal',
    texts: { none: 'Not begun', draft: 'Being drafted', redraft: (n: number) => `Edition ${n} holds, a new one is being drafted`, agreed: (n: number, on: string) => `Agreed on edition ${n}, ${on}` },
    count: (n: number, all: number) => (all === 0 ? 'No parties yet' : `${n} of ${all}`),
    inForce: (from: string, to: string) => [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' '), notInForce: 'Not yet', ended: 'Ended',
    renewals: { none: 'No day is set', later: (on: string) => `By ${on}`, soon: (on: string) => `Take it up by ${on}`, past: (on: string) => `Should have been taken up ${on}` },
    next: {
      successor: (n: number) => (n === 1 ? 'Say whether the successor takes over the agreement' : `Say whether ${n} successors take over the agreement`), draft: 'Make a draft of the text', agree: 'Agree on the text', parties: 'Say who the parties are', anchor: 'Anchor it with each party', sign: 'Collect the signatures',
      force: 'Say that the agreement is in force', renew: 'Take up renewal',
    },
    renewHint: 'Make a new agreement that replaces this one, or set a new day.',
    waitsFor: (names: string) => `Waiting for ${names}`, more: (n: number) => `${n} more`, see: 'Read the text', seeParties: 'Parties and signatures', you: (name: string) => `Is the agreement anchored with ${name}?`,
  },
})
