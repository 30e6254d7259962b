export { lesson } from './lesson/lesson.ts'
export { experiences } from './manifest.ts'
