/**
 * Questions that programs ask, as the explorer shows them, a tab each. Each begins where one scope lets a token begin; `examples.test.ts` holds them to the
 * contract.
 */
export const EXAMPLES: readonly string[] = [
  `# 统计：近期报送按乡镇、类别、状态 (TABLES)
# How many reports by township, topic and state
query ReportsByTownship {
  reportCounts(filter: { submittedFrom: "2026-01-01" }) {
    asOf
    total
    byTownship { key count }
    byTopic { key count }
    byState { key count }
  }
}`,
  `# 统计：两年来各月、各乡镇、各类别 (TABLES)
# Months by township and topic
query MonthsByTownship {
  reportPivot {
    asOf
    total
    months
    townships { key count }
    topics { key count }
  }
}`,
  `# 信息：最新二十条 (REPORTS)
# The newest twenty; pass endCursor as after for the next
query NewestReports($after: String) {
  reports(first: 20, after: $after) {
    edges { node { no submittedAt state excerpt topic { name } unit { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  `# 摘报：最近几期 (PAPERS)
# The latest issues of the digest
query LatestIssues {
  digests(first: 5) {
    edges { node { no year issuedAt state } }
  }
}`,
];
