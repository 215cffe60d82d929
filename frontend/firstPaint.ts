/** The two documents, and the pages that come into each. */
const DOCUMENTS = {
  app: { entry: 'index.html', pages: { mail: 'src/mail/MailPage.tsx', manager: 'src/manager/ManagerPage.tsx' } },
  public: {
    entry: 'public.html',
    pages: {
      'sign-in': 'src/sign-in/SignIn.tsx',
      setup: 'src/setup/SetUp.tsx',
      invitation: 'src/invitation/InvitationPage.tsx',
      'sign-up': 'src/sign-up/SignUpPage.tsx',
      terms: 'src/terms/TermsPage.tsx',
    },
  },
};

interface Graph {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null;
}

/**
 * Names the chunk of a module: one for each set of pages that can't be painted
 * without it. Left alone, every part that is fetched later would split it
 * further, down to a file for each icon, and small files compress badly. A
 * module that no page needs at first stays where the bundler puts it.
 */
export function firstPaintChunk(id: string, graph: Graph): string | null {
  if (/\/frontend\/(\w+\.html|src\/(main|public)\.tsx)$/.test(id)) return null; // the documents' own scripts keep their names
  if (/\/src\/ui\/Tooltips\./.test(id)) return null; // the app starts with it, public pages fetch it alone
  const importers = withImporters(id, graph);
  const needs = (file: string) => importers.some((importer) => importer.endsWith(`/frontend/${file}`));
  const pages = Object.entries(DOCUMENTS).flatMap(([name, { entry, pages }]) =>
    needs(entry) ? [name] : Object.keys(pages).filter((page) => needs(pages[page as keyof typeof pages])),
  );
  // What only the other pages start with, such as inviting, Mail fetches later in parts: the bundler divides it better.
  return pages.some((page) => ['app', 'mail', 'public'].includes(page))
    ? [...new Set(pages.map(fold))].join('-')
    : null;
}

/** All public pages but signing in, which most see, count as one: their sets differ little, and each were one more small file for Mail. */
const fold = (page: string): string => (['setup', 'invitation', 'sign-up', 'terms'].includes(page) ? 'others' : page);

/** A module and all that import it, by whatever way but `import()`. */
function withImporters(id: string, graph: Graph): string[] {
  const found = new Set([id]);
  for (const module of found) for (const importer of graph.getModuleInfo(module)?.importers ?? []) found.add(importer);
  return [...found];
}
