#pragma once

#include <QSplitter>

namespace lynceus {

class WindowMemory;

/// Shows the list above its details, or beside them if the window is wide enough. The user's division is remembered
/// separately for each arrangement.
class DetailSplitter final : public QSplitter
{
    Q_OBJECT
public:
    /// Minimum window width for the side-by-side arrangement, in px at 100 % scaling.
    static constexpr int kWide = 1700;

    /// @p memory must outlive this object.
    explicit DetailSplitter(WindowMemory &memory, QWidget *parent = nullptr);

    /// Restores the remembered division, or the default for a window of @p height px.
    void recall(int height);
    void remember() const;
    /// Chooses the arrangement for a window of @p width px.
    void arrangeFor(int width);

private:
    [[nodiscard]] QLatin1StringView key() const;

    WindowMemory &m_memory;
};

} // namespace lynceus
