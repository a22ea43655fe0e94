/** A report as elements: headings, lists and tables, so that its PDF is one that a screen reader can read. */
import type { Report, ReportBlock } from '../../../shared/report/report'

const Block = ({ block }: { readonly block: ReportBlock }) => {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'text':
      return <p>{block.text}</p>
    case 'facts':
      return (
        <table>
          <tbody>
            {block.rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'list':
      return (
        <ul>
          {[...new Set(block.items)].map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report do not change places
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={block.head[column]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'item':
      return (
        <section className="item">
          <h3>{block.title}</h3>
          {block.about !== '' && <p className="about">{block.about}</p>}
          {block.texts.map(([label, text]) => (
            <p key={label}>
              {label !== '' && <b>{label}: </b>}
              {text}
            </p>
          ))}
        </section>
      )
  }
}

export const ReportContent = ({ report }: { readonly report: Report }) => (
  <>
    {report.letterhead.trim() !== '' && (
      <div className="letterhead">{report.letterhead.trim()}</div>
    )}
    <h1>{report.title}</h1>
    {report.subtitle !== '' && <p className="about">{report.subtitle}</p>}
    {report.blocks.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report do not change places
      <Block key={index} block={block} />
    ))}
    <div className="foot">
      {report.foot.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  </>
)
