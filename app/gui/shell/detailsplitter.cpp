#include "app/gui/shell/detailsplitter.h"

#include "core/io/settings/windowmemory.h"

using namespace Qt::StringLiterals;

namespace lynceus {

DetailSplitter::DetailSplitter(WindowMemory &memory, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_memory(memory)
{
    setChildrenCollapsible(false);
}

QLatin1StringView DetailSplitter::key() const
{
    return orientation() == Qt::Vertical ? "window/detailBelow"_L1 : "window/detailBeside"_L1;
}

void DetailSplitter::recall(int height)
{
    // The details get more space: a resource tree usually has more rows than the list.
    setSizes({height * 7 / 20, height * 13 / 20});
    restoreState(m_memory.bytes(key()));
}

void DetailSplitter::remember() const
{
    m_memory.setBytes(key(), saveState());
}

void DetailSplitter::arrangeFor(int width)
{
    const auto wanted = width >= kWide ? Qt::Horizontal : Qt::Vertical;
    if (orientation() == wanted)
        return;
    remember();
    setOrientation(wanted);
    restoreState(m_memory.bytes(key()));
    setOrientation(wanted); // restoreState() also restores the orientation
}

} // namespace lynceus
