import { texts } from '../../../platform/text/texts.ts'

export const raiseWords = texts({
  nb: {
    where: 'Hvor skal det tas opp?', onAgenda: (arena: string, day: string) => `${arena}: på sakslista ${day}`, later: (arena: string) => `${arena}: som sak, uten møte ennå`, raise: 'Ta opp som sak', raised: 'Saken er meldt inn.', raisedOn: (meeting: string) => `Saken er meldt inn, og står på sakslista til «${meeting}».`,
    chooseWhere: 'Velg hvor det skal tas opp.', already: 'En sak om dette er ikke avgjort ennå.', noArenas: 'Skriv ned en arena først, så kan dere ta det opp som sak.', toArenas: 'Gå til arenaene', takenUp: 'Tatt opp som sak:', wasTakenUp: 'Var oppe som sak:',
  },
  nn: {
    where: 'Kvar skal det takast opp?', onAgenda: (arena: string, day: string) => `${arena}: på sakslista ${day}`, later: (arena: string) => `${arena}: som sak, utan møte enno`, raise: 'Ta opp som sak', raised: 'Saka er meldt inn.', raisedOn: (meeting: string) => `Saka er meldt inn, og står på sakslista til «${meeting}».`,
    chooseWhere: 'Vel kvar det skal takast opp.', already: 'Ei sak om dette er ikkje avgjord enno.', noArenas: 'Skriv ned ein arena først, så kan de ta det opp som sak.', toArenas: 'Gå til arenaene', takenUp: 'Teke opp som sak:', wasTakenUp: 'Var oppe som sak:',
  },
  en: {
    where: 'Where should it be taken up?', onAgenda: (arena: string, day: string) => `${arena}: on the agenda ${day}`, later: (arena: string) => `${arena}: as a matter, without a meeting yet`, raise: 'Take up as a matter', raised: 'The matter is raised.', raisedOn: (meeting: string) => `The matter is raised, and is on the agenda of “${meeting}”.`,
    chooseWhere: 'Choose where it should be taken up.', already: 'A matter about this is not settled yet.', noArenas: 'Write down an arena first, and you can take it up as a matter.', toArenas: 'Go to the arenas', takenUp: 'Taken up as a matter:', wasTakenUp: 'Was taken up as a matter:',
  },
})
