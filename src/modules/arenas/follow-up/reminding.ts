import { plainDate } from '../../../platform/time/oslo.ts'

/** Days after the date (before it: negative) when a task is a reason to write to the one who has it: each once. Then it is for those who lead. */
export const steps = [-7, -1, 1, 8, 22, 50] as const

/** Days after the date when those who lead are told. */
export const lateAfter = 14

/** Days ahead that a mail tells of, when it goes anyway. */
export const aheadDays = 14

/** Days that an answer gives peace from the next reminder. */
export const peaceDays = 3

/** How long a task is told as new. */
export const newDays = 60

/** How far a task has come towards and past its date, from 0 (told as new, no more) to the last step; without a date it stays there. */
export function stageOf(dueOn: string | null, today: Temporal.PlainDate): number {
  if (dueOn === null) return 0
  const after = plainDate(dueOn).until(today, { largestUnit: 'days' }).days
  return steps.filter((step) => after >= step).length
}

/** Whether mail about tasks goes on a day: not at weekends, and on Mondays alone to those who have their mail gathered. */
export const goesOn = (day: Temporal.PlainDate, gathered: boolean): boolean => (gathered ? day.dayOfWeek === 1 : day.dayOfWeek <= 5)
