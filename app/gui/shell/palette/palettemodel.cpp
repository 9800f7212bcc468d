#include "app/gui/shell/palette/palettemodel.h"

#include "core/domain/text/visibletext.h"

namespace lynceus {

namespace {

constexpr std::size_t kMostHits = 50; ///< longer lists are not useful: typing another letter is faster

/// Smaller than the difference of a better match in the name.
int bonusOf(const PaletteTarget &target)
{
    return int(std::variant_size_v<PaletteTarget> - target.index()) * 8;
}

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_candidates.clear();
    m_candidates.reserve(entries.size());
    for (auto &entry : entries) {
        entry.title = visibleLine(entry.title); // before positions of matches are computed
        entry.detail = visibleLine(entry.detail);
        auto text = entry.title;
        if (!entry.detail.isEmpty())
            text += u' ' + entry.detail;
        m_candidates.push_back({text.toLower(), bonusOf(entry.target)});
    }
    m_entries = std::move(entries);
}

void PaletteModel::search(const QString &typed)
{
    m_pattern = FuzzyPattern(typed);
    auto hits = bestHits(m_pattern, m_candidates, kMostHits);
    // The new rows have nothing in common with the previous ones: there is no selection to keep.
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

const PaletteEntry &PaletteModel::at(int row) const
{
    return m_entries[std::size_t(m_hits[std::size_t(row)].candidate)];
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + entry.detail;
    case DetailRole:
        return entry.detail;
    case GlyphRole:
        return entry.glyph;
    case PlacesRole: {
        const auto found =
            m_pattern.places(m_candidates[std::size_t(m_hits[std::size_t(index.row())].candidate)].lowered);
        return QVariant::fromValue(QList<int>(found.begin(), found.end()));
    }
    default: // not used
        return {};
    }
}

} // namespace lynceus
