#include "app/gui/applications/applicationsmodel.h"
#include "app/gui/applications/applicationtext.h"
#include "app/gui/widgets/tooltips.h"
#include "core/domain/base/nearest.h"
#include "core/domain/base/visibletext.h"

#include <algorithm>

// What ApplicationsModel tells views, and those who ask what there is.

namespace lynceus {

using namespace Qt::StringLiterals;

std::vector<int> ApplicationsModel::hiddenByToken() const
{
    std::vector<int> hidden;
    for (const auto &token : m_filter.tokens) {
        const FilterMatcher alone(FilterWords{{token}});
        hidden.push_back(int(
            std::ranges::count_if(m_order, [&](int slot) { return !alone.fits(m_rows[std::size_t(slot)].subject); })));
    }
    return hidden;
}

FilterVocabulary ApplicationsModel::vocabulary() const
{
    QSet<QString> spaces;
    QSet<QString> images;
    std::vector<char> seen(std::size_t(m_images.numbers()), 0);
    for (const int slot : m_order) {
        const auto &row = m_rows[std::size_t(slot)];
        const auto &application = row.application();
        spaces.insert(application.nameSpace);
        if (std::exchange(seen[std::size_t(row.images)], 1))
            continue;
        for (const auto &image : application.summaryImages) {
            const auto name = image.mid(image.lastIndexOf(u'/') + 1);
            images.insert(name.left(name.indexOf(name.contains(u'@') ? u'@' : u':')));
        }
    }
    FilterVocabulary vocabulary;
    for (const auto &state : m_instances)
        vocabulary.instances.push_back(state.instance.name);
    vocabulary.projects = QStringList(m_projects.begin(), m_projects.end());
    vocabulary.nameSpaces = spaces.values();
    vocabulary.images = images.values();
    for (auto *words : {&vocabulary.instances, &vocabulary.projects, &vocabulary.nameSpaces, &vocabulary.images}) {
        words->removeAll(QString());
        std::ranges::sort(*words,
                          [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; });
    }
    return vocabulary;
}

int ApplicationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ApplicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kApplicationColumns;
}

QString ApplicationsModel::text(int shown, ApplicationColumn column) const
{
    const auto &shownRow = row(shown);
    return visibleLine(textOf(shownRow, instanceOf(shownRow), column, m_clock.now()));
}

QVariant ApplicationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // views ask for the current row where there is none
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const auto column = ApplicationColumn(index.column());
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == Qt::AccessibleTextRole && column == ApplicationColumn::Name && row(index.row()).isPinned())
        return tr("%1, pinned").arg(text(index.row(), column));
    if (role == Qt::AccessibleTextRole)
        return text(index.row(), column);
    if (role == Qt::TextAlignmentRole && column == ApplicationColumn::DataAge)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Health)
        return toolTipText(row(index.row()).application().health.message);
    if (role == Qt::ToolTipRole && column == ApplicationColumn::Images)
        return toolTipText(row(index.row()).application().summaryImages.join(u'\n'));
    return {};
}

QVariant ApplicationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kApplicationColumns)
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(ApplicationColumn(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == int(ApplicationColumn::DataAge) ? Qt::AlignTrailing : Qt::AlignLeading)
                                   | Qt::AlignVCenter);
    return {};
}

} // namespace lynceus
