/** A centred card on calm ground: unlocking, first run, and what cannot be opened. */
import { Card, Center, Group, Image, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/words'

export const Brand = ({ size = 28 }: { readonly size?: number }) => (
  <Group gap={10} wrap="nowrap">
    <Image src="./icon.svg" alt="" w={size} h={size} />
    <Text fw={650} fz={size * 0.68} lh={1} style={{ letterSpacing: '-0.01em' }}>
      {t('app.name')}
    </Text>
  </Group>
)

export const CalmPage = ({
  title,
  width = 460,
  children,
}: {
  readonly title: string
  readonly width?: number
  readonly children: ReactNode
}) => (
  <Center component="main" mih="100vh" p="lg">
    <Stack gap="lg" w="100%" maw={width}>
      <Brand />
      <Card shadow="sm" p="xl">
        <Stack gap="md">
          <Title order={1}>{title}</Title>
          {typeof children === 'string' ? <Text>{children}</Text> : children}
        </Stack>
      </Card>
    </Stack>
  </Center>
)
