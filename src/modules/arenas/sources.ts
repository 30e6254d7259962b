/** Where the reasons of the arenas' rules come from. */
export const buskerud = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}
