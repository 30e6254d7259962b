import type { Text } from '../../platform/text/texts.ts'

/** Where the reasons of the plan's rules come from. */
export const buskerud: Text = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}
export const bestCases: Text = {
  nb: 'Oxford Research: Scandinavian best cases, 2005',
  nn: 'Oxford Research: Scandinavian best cases, 2005',
  en: 'Oxford Research: Scandinavian best cases, 2005',
}
export const cityRegions: Text = {
  nb: 'Utviklingsprogram for byregioner, 2014',
  nn: 'Utviklingsprogram for byregionar, 2014',
  en: 'The development programme for city regions, 2014',
}
export const restructuring: Text = {
  nb: 'Langtidseffekter av omstillingsprogram, NTNU, SINTEF og Trøndelag Forskning og Utvikling, 2010',
  nn: 'Langtidseffektar av omstillingsprogram, NTNU, SINTEF og Trøndelag Forskning og Utvikling, 2010',
  en: 'Long-term effects of restructuring programmes, NTNU, SINTEF and Trøndelag R&D, 2010',
}
export const guidancePilot: Text = {
  nb: 'Distriktssenterets erfaringer fra Veiledningspiloten, 2020–2022',
  nn: 'Erfaringane Distriktssenteret har frå Veiledningspiloten, 2020–2022',
  en: 'The guidance pilot 2020–2022, as summed up by Distriktssenteret',
}
export const cocreation: Text = {
  nb: 'KS-seminaret om innbyggerinvolvering og samskaping, Nordic Edge Expo',
  nn: 'KS-seminaret om innbyggjarinvolvering og samskaping, Nordic Edge Expo',
  en: 'The KS seminar on citizen involvement and co-creation, Nordic Edge Expo',
}
