/** How dates, numbers, amounts and lists are written, and how what people type is read. One door to the small files beside. */
export * from './dates.ts'
export * from './lists.ts'
export * from './numbers.ts'
export * from './relative.ts'
export * from './typed.ts'
