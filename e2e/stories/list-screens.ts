import { dialog, inTurn, named, type Open, type Screen } from './access.ts';

const views: Open = named(/^视图|^Views/);
const item =
  (name: RegExp): Open =>
  (page) =>
    page.getByRole('menuitem', { name }).click();
/** Cards on a phone have no columns to arrange. */
const arranging: Open = async (page) => {
  const button = page.getByRole('button', { name: /列与密度|^Columns/ });
  if (!(await button.count())) return;
  await button.click();
  await dialog(page);
};

/** What stands above a list that somebody arranges for themselves. */
export const LISTS: readonly Screen[] = [
  ['the views: a name', '/desk', inTurn(views, item(/^存为新视图|^Keep/), dialog)],
  ['the views: all', '/desk', inTurn(views, item(/^管理视图|^All/), dialog)],
  ['the views: a list is arranged', '/desk', arranging],
  ['what one is told', '/notifications'],
  ['how one is told', '/notifications/channels'],
  // Its menu stays open until something else is pressed.
  ['the views', '/desk', views],
];
