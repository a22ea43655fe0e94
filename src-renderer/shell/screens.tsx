/**
 * The screens, one line each: what is shown for a route, and its place in the sidebar. A screen that can be gone to from
 * anywhere has its name and its keys where its command has them (shared/bridge/commands.ts).
 */
import {
  IconBooks,
  IconCalendarWeek,
  IconChartBar,
  IconSettings,
  IconSun,
  IconTarget,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import type { ScreenId } from '../../shared/bridge/commands'
import type { Route } from '../context/navigation'
import { useModel } from '../context/vault/session'
import { Bin } from '../features/bin/bin'
import { Caseload } from '../features/caseload/caseload'
import { ImportRoster } from '../features/caseload/import-roster'
import { GoalsScreen } from '../features/goals/goals-screen'
import { GroupSessionScreen } from '../features/group-sessions/group-session-screen'
import { ImportNotes } from '../features/import/import-notes'
import { InsightsScreen } from '../features/insights/insights-screen'
import { MenteePage } from '../features/mentee/mentee-page'
import { ReachScreen } from '../features/reach/reach-screen'
import { ResourcesScreen } from '../features/resources/resources-screen'
import { SessionScreen } from '../features/sessions/session-screen'
import { Settings } from '../features/settings/settings'
import { TodayScreen } from '../features/today/today-screen'

/** How many mentees there are, neither archived nor in the bin. */
const MenteeCount = () =>
  useModel(
    (model) =>
      Object.values(model.records).filter(
        ({ mentee }) => mentee.deletedAt === null && mentee.archivedAt === null,
      ).length,
  )

type Routes = { readonly [Of in Route as Of['screen']]: Of }
type ScreenName = keyof Routes

/** A line of the sidebar. */
export interface SidebarPlace {
  readonly Icon: typeof IconUsers
  /** Beside the name. */
  readonly Count?: ComponentType
  /** At the sidebar's foot. */
  readonly atFoot?: boolean
}

interface Shown<Name extends ScreenName> {
  readonly show: (route: Routes[Name]) => ReactNode
  /** Its line in the sidebar, or whose line is marked while it is shown. */
  readonly sidebar: SidebarPlace | ScreenId
}

const SCREENS: { readonly [Name in ScreenName]: Shown<Name> } = {
  today: { show: () => <TodayScreen />, sidebar: { Icon: IconSun } },
  caseload: {
    show: ({ only, why }) => <Caseload only={only} why={why} />,
    sidebar: { Icon: IconUsers, Count: MenteeCount },
  },
  mentee: {
    show: ({ id, tab, item }) => <MenteePage key={id} id={id} tab={tab} item={item} />,
    sidebar: 'caseload',
  },
  session: {
    show: ({ id, session }) => <SessionScreen key={session} id={id} session={session} />,
    sidebar: 'caseload',
  },
  import: { show: () => <ImportRoster />, sidebar: 'caseload' },
  'import-notes': { show: () => <ImportNotes />, sidebar: 'caseload' },
  goals: { show: () => <GoalsScreen />, sidebar: { Icon: IconTarget } },
  reach: { show: () => <ReachScreen />, sidebar: { Icon: IconCalendarWeek } },
  'group-session': {
    show: ({ session }) => <GroupSessionScreen key={session} session={session} />,
    sidebar: 'reach',
  },
  resources: { show: () => <ResourcesScreen />, sidebar: { Icon: IconBooks } },
  insights: {
    show: ({ screen }) => <InsightsScreen screen={screen} />,
    sidebar: { Icon: IconChartBar },
  },
  'my-coaching': { show: ({ screen }) => <InsightsScreen screen={screen} />, sidebar: 'insights' },
  promises: { show: ({ screen }) => <InsightsScreen screen={screen} />, sidebar: 'insights' },
  reports: { show: ({ screen }) => <InsightsScreen screen={screen} />, sidebar: 'insights' },
  bin: { show: () => <Bin />, sidebar: { Icon: IconTrash } },
  settings: {
    show: ({ section }) => <Settings section={section} />,
    sidebar: { Icon: IconSettings, atFoot: true },
  },
}

const show = <Name extends ScreenName>(name: Name, route: Routes[Name]): ReactNode =>
  SCREENS[name].show(route)

export const Screen = ({ route }: { readonly route: Route }) => show(route.screen, route)

export const sidebarOf = (screen: ScreenName): SidebarPlace | ScreenId => SCREENS[screen].sidebar
