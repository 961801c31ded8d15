// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { openGallery, type Gallery } from './screens';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});

it('a question is not left without an answer, and says so', async () => {
  const { stores, show, touch, texts, sees, word } = gallery;
  await show('question-money');
  stores.visit.answer('money', []);
  await touch(word('bar.continue'));
  expect(texts('[role=alert]')).toEqual([word('question.choose-some')]);
  const [answer = ''] = texts('[role=checkbox]');
  await touch(answer);
  expect(texts('[role=alert]')).toEqual([]);
  await touch(word('bar.continue'));
  await sees('check.title');
});

it('nothing is cleared before a person confirms it', async () => {
  const { stores, newApp, show, touch, sees, word } = gallery;
  await show('over-clear');
  const { answers } = stores.visit;
  await touch(word('clear.keep'));
  await sees('check.title');
  expect(stores.visit.answers).toEqual(answers);
  expect(newApp).not.toHaveBeenCalled();

  await show('over-clear');
  await touch(word('clear.leave'));
  await sees('attract.title');
  expect(newApp).toHaveBeenCalledExactlyOnceWith(null);
});

it('help, opened and closed, leaves the screen as it was', async () => {
  const { show, touch, texts, sees, word } = gallery;
  await show('question-insurance');
  const before = texts('h1');
  await touch(word('bar.help'));
  await sees('help.title');
  await touch(word('bar.close'));
  expect(texts('h1')).toEqual(before);
});
