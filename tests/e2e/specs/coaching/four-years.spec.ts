/**
 * One student's four years in fast time, as their coach lives them: from the pairing to a word in the August after, on two
 * laptops that are often without a network, and by the keyboard. Each day of the story is the day of both laptops; between
 * the tests they are closed.
 */
import { test } from '../../steps/device'
import { pairLaptops } from '../../steps/two-laptops'
import { boards, thirdYear } from './four-years/boards-and-rotations'
import { firstYear, secondYear } from './four-years/first-years'
import { end, fourthYear } from './four-years/season-and-end'

// A year takes a minute, and three on a machine that is busy with other tests.
test.describe.configure({ mode: 'serial', timeout: 300_000 })

let laptops: Awaited<ReturnType<typeof pairLaptops>>
test.beforeAll(async ({ prepared }) => {
  laptops = await pairLaptops(prepared)
})
test.afterAll(() => laptops.stop())

test('the first year: paired, met, the limits said, and a REACH week marked on two laptops', async ({
  start,
}) => firstYear(await laptops.open(start, '2030-08-12')))

test('the second year: a leave holds on its days, and after it another class, and nothing before it changes', async ({
  start,
}) => secondYear(await laptops.open(start, '2031-10-20')))

test('the boards: an exam that is failed and sat again leaves days, a promise and a goal, and no result', async ({
  start,
}) => boards(await laptops.open(start, '2033-03-07')))

test('the third year: a rotation has its questions on their days, and feedback from it becomes a goal', async ({
  start,
}) => thirdYear(await laptops.open(start, '2033-09-01')))

test('the fourth year: the season has its dates on their days, and the coach writes no letter', async ({
  start,
}) => fourthYear(await laptops.open(start, '2034-09-04')))

test('the end: closed out on one laptop while the other one writes, counted by the program, and greeted in August', async ({
  start,
}) => end(await laptops.open(start, '2035-05-18')))
