#include "app/cli/output/applications/applicationlist.h"
#include "core/domain/text/csv.h"

namespace lynceus {

namespace {

constexpr qsizetype kExpectedRowSize = 192; // bytes

} // namespace

QByteArray applicationCsv(const ApplicationRows &rows, ListPart part)
{
    QByteArray text;
    if (part == ListPart::Whole || part == ListPart::First)
        text = "instance,namespace,name,project,health,sync,revisions,images,operation,finishedAt\r\n";
    text.reserve(text.size() + qsizetype(rows.size()) * kExpectedRowSize);
    for (const auto &[row, instance] : rows) {
        const auto &operation = row->operationState;
        appendCsvRow(text,
                     {instance, row->nameSpace, row->name, row->project, nameOf(row->health.status), nameOf(row->sync),
                      row->revisions.join(u' '), row->summaryImages.join(u' '),
                      operation ? nameOf(operation->phase) : QString(),
                      operation && operation->finishedAt ? formatRfc3339(*operation->finishedAt) : QString()});
    }
    return text;
}

} // namespace lynceus
