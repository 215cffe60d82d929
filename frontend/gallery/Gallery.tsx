import Archive from 'lucide-react/icons/archive';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Eye from 'lucide-react/icons/eye';
import FolderInput from 'lucide-react/icons/folder-input';
import Inbox from 'lucide-react/icons/inbox';
import LogOut from 'lucide-react/icons/log-out';
import Mail from 'lucide-react/icons/mail';
import MailPlus from 'lucide-react/icons/mail-plus';
import PenLine from 'lucide-react/icons/pen-line';
import Send from 'lucide-react/icons/send';
import Settings from 'lucide-react/icons/settings';
import Settings2 from 'lucide-react/icons/settings-2';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import Users from 'lucide-react/icons/users';
import WifiOff from 'lucide-react/icons/wifi-off';
import { type ReactNode, useRef, useState } from 'react';
import { MayDoList } from '../src/sharing/MayDoList';
import { Address } from '../src/ui/Address';
import { Banner } from '../src/ui/Banner';
import { Breadcrumb } from '../src/ui/Breadcrumb';
import { BulkBar } from '../src/ui/BulkBar';
import { Button } from '../src/ui/Button';
import { ButtonLink } from '../src/ui/ButtonLink';
import { Checkbox } from '../src/ui/Checkbox';
import { Chip, Count, Label } from '../src/ui/Chip';
import { CopyField } from '../src/ui/CopyField';
import { Dialog, DialogBody, DialogFoot, DialogForm, DialogPlain } from '../src/ui/Dialog';
import { EmptyState } from '../src/ui/EmptyState';
import { Face, Faces, PendingFace, Person } from '../src/ui/Face';
import { IconButton } from '../src/ui/IconButton';
import { IconLink } from '../src/ui/IconLink';
import { Kbd } from '../src/ui/Kbd';
import { KeyboardHelp } from '../src/ui/KeyboardHelp';
import { Wordmark } from '../src/ui/Logo';
import { MenuButton } from '../src/ui/Menu';
import { Page, PageHead, Toolbar } from '../src/ui/Page';
import { PasswordField } from '../src/ui/PasswordField';
import { PermissionToggle, PermissionToggles } from '../src/ui/PermissionToggle';
import { Popover } from '../src/ui/Popover';
import { RadioCards } from '../src/ui/RadioCards';
import { SearchField } from '../src/ui/SearchField';
import { SegmentedControl } from '../src/ui/SegmentedControl';
import { Select } from '../src/ui/Select';
import { Shell, SideNav, SwitcherButton } from '../src/ui/Shell';
import { Skeleton } from '../src/ui/Skeleton';
import { Stepper } from '../src/ui/Stepper';
import { Switch } from '../src/ui/Switch';
import { Table } from '../src/ui/Table';
import { Tabs } from '../src/ui/Tabs';
import { TextArea, TextField } from '../src/ui/TextField';
import { Time } from '../src/ui/Time';
import { showToast } from '../src/ui/toast';
import { VirtualList } from '../src/ui/VirtualList';

export function Gallery() {
  const [find, setFind] = useState('');
  return (
    <Shell
      sideLabel="Gallery"
      scrolls
      head={
        <>
          <SwitcherButton
            name={<Address of="info@acme.example" />}
            note="Acme · shared by Anna"
            aria-haspopup="dialog"
          />
          <AddressMenu />
        </>
      }
      side={
        <SideNav
          label="Folders"
          items={[
            {
              href: '/gallery.html',
              icon: Inbox,
              name: 'Inbox',
              current: true,
              count: <Count of={12} unread spoken="unread" />,
            },
            { href: '/starred', icon: Star, name: 'Starred', current: false },
            {
              href: '/drafts',
              icon: PenLine,
              name: 'Rückfragen zur Buchhaltung und mehr',
              current: false,
              count: <Count of={3} />,
            },
          ]}
        />
      }
      applications={[
        { href: '/gallery.html', label: 'Mail', current: true },
        { href: '/manager', label: 'Manager', current: false },
      ]}
      account={
        <IconButton label="Account of Chloé Martin">
          <Face name="Chloé Martin" size="small" />
        </IconButton>
      }
      bar={
        location.search.includes('lost') && (
          <Banner tone="warning" icon={WifiOff} edge>
            No connection since 10:49. You can go on.
          </Banner>
        )
      }
    >
      <Page>
        <Breadcrumb
          steps={[{ name: 'Acme', href: '/a' }, { name: 'Mail service', href: '/b' }, { name: 'info@acme.example' }]}
        />
        <PageHead
          title={<Address of="info@acme.example" />}
          beside={<Chip>Hosted here</Chip>}
          subtitle="Open one to see who may use it."
          actions={
            <ButtonLink icon={ArrowUpRight} href="/mail">
              Open in Mail
            </ButtonLink>
          }
        />
        <Tabs
          label="Address"
          tabs={[
            { href: '/u', label: 'Users', count: 5, current: true },
            { href: '/s', label: 'Settings', current: false },
          ]}
        />
        <Toolbar>
          <SearchField label="Find a person" value={find} onValue={setFind} />
          <SegmentedControl
            label="Show"
            value="all"
            onChange={() => undefined}
            segments={[
              { value: 'all', label: 'All' },
              { value: 'shared', label: 'Shared' },
            ]}
          />
          <Button kind="primary" icon={UserRoundPlus}>
            Add
          </Button>
        </Toolbar>
        <People />
        <Buttons />
        <Fields />
        <Choices />
        <Marks />
        <Layers />
        <Lists />
      </Page>
    </Shell>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="stack" data-gap="3">
    <h2>{title}</h2>
    {children}
  </section>
);

function AddressMenu() {
  return (
    <MenuButton
      label="More for info@acme.example"
      entries={() => [
        { label: 'Settings', icon: Settings, href: '/settings' },
        {
          label: 'Invite a user',
          icon: UserRoundPlus,
          disabledReason: 'Your access to this address doesn’t include inviting others.',
          wayOut: { label: 'Ask Anna', onSelect: () => undefined },
        },
        'line',
        { label: 'Pin', checked: true },
        'line',
        { label: 'Leave', icon: LogOut, kind: 'danger' },
      ]}
    />
  );
}

const tools = [Eye, FolderInput, Trash2, PenLine, Send, Settings2];
const names = ['Read', 'Organize', 'Delete', 'Write', 'Send', 'Settings'];

function People() {
  const [given, setGiven] = useState([true, true, false, true, true, false]);
  const [picked, setPicked] = useState(true);
  return (
    <>
      <Table
        label="People"
        head={
          <>
            <th scope="col">
              <span className="spoken">Select</span>
            </th>
            <th scope="col">Person</th>
            <th scope="col">State</th>
            <th scope="col">Permissions</th>
            <th scope="col">Until</th>
            <th scope="col" data-extra>
              Last used
            </th>
            <th scope="col">
              <span className="spoken">More</span>
            </th>
          </>
        }
      >
        <tr data-selected={picked || undefined}>
          <td data-pick>
            <Checkbox bare label="Select Chloé Martin" checked={picked} onChange={setPicked} />
          </td>
          <td data-main>
            <Person
              face={<Face name="Chloé Martin" />}
              name={
                <>
                  Chloé Martin <Chip>external</Chip>
                </>
              }
              detail="chloe@studio.example"
            />
          </td>
          <td>
            <Chip tone="success" icon={Check}>
              Active
            </Chip>
          </td>
          <td data-permissions>
            <PermissionToggles label="Permissions of Chloé Martin">
              {tools.map((icon, at) => (
                <PermissionToggle
                  key={names[at]}
                  icon={icon}
                  name={names[at] ?? ''}
                  given={at === 5 ? 'partly' : given[at] ? 'given' : 'not'}
                  explanation="Chloé may not move mail to the shared trash. Press to give it."
                  onToggle={() => setGiven(given.map((one, index) => (index === at ? !one : one)))}
                />
              ))}
            </PermissionToggles>
          </td>
          <td data-label="Until">31 Dec</td>
          <td data-extra data-label="Last used">
            <Time at={new Date(Date.now() - 7_200_000).toISOString()} />
          </td>
          <td data-more>
            <AddressMenu />
          </td>
        </tr>
        <tr>
          <td data-pick>
            <Checkbox bare label="Select paul@other.example" checked={false} onChange={() => undefined} />
          </td>
          <td data-main>
            <Person face={<PendingFace icon={Mail} />} name="paul@other.example" detail="Link sent by e-mail today" />
          </td>
          <td>
            <Chip tone="warning" icon={Clock}>
              Pending, 29 days
            </Chip>
          </td>
          <td data-permissions>
            <PermissionToggles label="Permissions of paul@other.example">
              <PermissionToggle
                icon={Eye}
                name="Read"
                given="given"
                explanation=""
                disabledReason="Everybody who can open it can read it."
                onToggle={() => undefined}
              />
            </PermissionToggles>
          </td>
          <td data-empty>–</td>
          <td data-extra data-empty>
            –
          </td>
          <td data-more>
            <AddressMenu />
          </td>
        </tr>
      </Table>
      {picked && (
        <BulkBar count={1} onClear={() => setPicked(false)}>
          <Button kind="quiet" icon={Settings2}>
            Set permissions
          </Button>
          <Button kind="danger">Revoke access</Button>
        </BulkBar>
      )}
    </>
  );
}

function Buttons() {
  return (
    <Part title="Buttons">
      <div className="row" data-wrap>
        <Button kind="primary">Invite</Button>
        <Button>Open in Mail</Button>
        <Button kind="quiet">Cancel</Button>
        <Button kind="danger">Revoke access</Button>
        <Button kind="link">Fine-tune</Button>
        <Button icon={UserRoundPlus}>Add</Button>
        <Button kind="primary" busy>
          Inviting…
        </Button>
        <Button kind="primary" disabledReason="This address is how Anna signs in.">
          Add
        </Button>
        <Button disabledReason="You can’t give this: you don’t hold it." reasonAs="tip">
          Tip
        </Button>
        <Button size="small">Small</Button>
        <Button size="large" kind="primary">
          Large
        </Button>
        <IconButton icon={Archive} label="Archive" shortcut="e" />
        <IconButton icon={Star} label="Star" pressed />
        <IconButton icon={Trash2} label="Delete" disabledReason="Your access doesn’t include deleting." />
        <IconLink icon={ArrowUpRight} label="Open" href="/mail" />
      </div>
    </Part>
  );
}

function Fields() {
  return (
    <Part title="Fields">
      <TextField label="Name" defaultValue="Chloé Martin" help="As others see it." />
      <TextField label="Phone number" defaultValue="+41 79" error="This number looks too short." />
      <PasswordField label="Password" defaultValue="secret" size="large" />
      <Select label="Language" defaultValue="fr">
        <option value="en">English</option>
        <option value="fr">Français</option>
      </Select>
      <TextArea label="Note" optional defaultValue="Bonjour Chloé" />
      <CopyField label="Link" value="https://mail.acme.example/iw/7Qm2xTfV9sKd4LwZp8RcHn" />
    </Part>
  );
}

function Choices() {
  const [preset, setPreset] = useState<'assistant' | 'agent'>('assistant');
  const [on, setOn] = useState(true);
  return (
    <Part title="Choices">
      <div className="row" data-wrap data-gap="3">
        <Checkbox label="Read" checked onChange={() => undefined} />
        <Checkbox label="Settings" checked="partly" onChange={() => undefined} />
        <Checkbox
          label="Invite others"
          checked={false}
          disabledReason="You can’t give this: you don’t hold it."
          onChange={() => undefined}
        />
        <Switch label="Ask for a second factor" on={on} onChange={setOn} />
      </div>
      <RadioCards
        legend="What Chloé may do"
        value={preset}
        onChange={setPreset}
        cards={[
          { value: 'assistant', name: 'Assistant', help: 'Also writes and sends on behalf of info@.' },
          { value: 'agent', name: 'Agent', help: 'Sends as info@ and edits signatures.' },
        ]}
      />
      <MayDoList
        address="info@acme.example"
        permissions={['READ', 'ORGANIZE', 'DRAFT', 'SEND_ON_BEHALF']}
        until="Until 31 December 2026"
      />
    </Part>
  );
}

function Marks() {
  return (
    <Part title="Marks">
      <div className="row" data-wrap>
        <Wordmark />
        <Chip>external</Chip>
        <Chip tone="accent">Owner</Chip>
        <Chip tone="danger">Not sent</Chip>
        <Label name="Invoices" />
        <Label name="Offers" />
        <Count of={12} unread />
        <Count of={3} />
        <Face name="Anna" />
        <Face name="Ben Weber" />
        <Face name="info@acme.example" shape="box" />
        <PendingFace icon={Mail} />
        <Faces names={['Anna', 'Ben Weber', 'Chloé Martin']} total={5} label="5 people" />
        <Kbd keys="g i" />
      </div>
      <Banner>Plain: kept, or good to know.</Banner>
      <Banner tone="accent" icon={PenLine} action={<Button kind="link">Look at it</Button>}>
        <strong>Ben is answering…</strong> since 10:44.
      </Banner>
      <Banner tone="warning" icon={WifiOff}>
        No connection since 10:49. You can go on.
      </Banner>
      <Banner tone="danger">
        <strong>Not sent:</strong> what happened, what was kept, what to do.
      </Banner>
      <Stepper steps={['Who', 'What', 'Link']} current={1} />
    </Part>
  );
}

function Layers() {
  const [open, setOpen] = useState<'dialog' | 'small' | 'keys' | null>(null);
  const [popped, setPopped] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(null);
  return (
    <Part title="Layers">
      <div className="row" data-wrap>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('small')}>Question</Button>
        <Button onClick={() => setOpen('keys')}>Keyboard</Button>
        <Button ref={anchor} onClick={() => setPopped(true)}>
          Popover
        </Button>
        <Button
          onClick={() =>
            void showToast({
              icon: MailPlus,
              text: (
                <>
                  <strong>Anna</strong> gave you <strong>info@acme.example</strong>
                </>
              ),
              action: { label: 'Open', onSelect: () => undefined },
            })
          }
        >
          Toast
        </Button>
      </div>
      <Dialog
        title="Invite to info@acme.example"
        under={<Stepper steps={['Who', 'What', 'Link']} current={1} />}
        open={open === 'dialog'}
        onClose={close}
        sticky
      >
        <DialogForm onSubmit={(event) => event.preventDefault()}>
          <DialogBody>
            <Choices />
          </DialogBody>
          <DialogPlain>
            <strong>chloe@studio.example</strong> will be able to read and organize the mail of info@acme.example.
          </DialogPlain>
          <DialogFoot>
            <Button kind="quiet" onClick={close}>
              Back
            </Button>
            <Button kind="primary" type="submit">
              Create link
            </Button>
          </DialogFoot>
        </DialogForm>
      </Dialog>
      <Dialog title="Leave info@acme.example?" size="small" open={open === 'small'} onClose={close}>
        <DialogBody>
          <p>Only Anna can give it to you again.</p>
        </DialogBody>
        <DialogFoot>
          <Button onClick={close}>Stay</Button>
          <Button kind="danger">Leave</Button>
        </DialogFoot>
      </Dialog>
      <KeyboardHelp
        open={open === 'keys'}
        onClose={close}
        groups={[
          {
            name: 'Messages',
            keys: [
              { keys: 'j', does: 'Next' },
              { keys: 'e', does: 'Archive' },
            ],
          },
          { name: 'Go', keys: [{ keys: 'g i', does: 'Inbox' }] },
        ]}
      />
      <Popover label="Switch address" anchor={anchor} open={popped} onClose={() => setPopped(false)}>
        <SearchField label="Filter addresses" value="" onValue={() => undefined} />
      </Popover>
    </Part>
  );
}

const rows = Array.from({ length: 10_000 }, (_, at) => `Message ${at + 1}`);

function Lists() {
  return (
    <Part title="Lists">
      <div className="row" style={{ blockSize: '15rem' }}>
        <div className="stack grow" style={{ blockSize: '100%' }}>
          <VirtualList label="Messages" items={rows} rowHeight="--list-row">
            {(row) => (
              <div key={row} style={{ blockSize: 'var(--list-row)' }}>
                <a href="/gallery.html">{row}</a>
              </div>
            )}
          </VirtualList>
        </div>
        <Skeleton lines={5} />
      </div>
      <EmptyState icon={Users} title="Only you can open this address" action={<Button kind="primary">Add</Button>}>
        Add a colleague, or send somebody outside a link.
      </EmptyState>
    </Part>
  );
}
