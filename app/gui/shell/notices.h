#pragma once

#include <QWidget>

#include <deque>
#include <functional>

namespace lynceus {

class Banner;

/// General notices, one at a time, until the user dismisses them.
class Notices final : public QWidget
{
    Q_OBJECT
public:
    explicit Notices(QWidget *parent = nullptr);

    void raiseNotice(const QString &sentence);
    /// With a button that calls @p help; the notice stays.
    void raiseNotice(const QString &sentence, const QString &button, std::function<void()> help);
    /// Removes a notice that no longer applies.
    void withdrawNotice(const QString &sentence);
    [[nodiscard]] QString shown() const;

private:
    struct Notice
    {
        QString sentence;
        QString button; ///< empty: none
        std::function<void()> help;
    };

    void showNext();

    Banner *m_banner;
    std::function<void()> m_help; ///< of the shown notice
    std::deque<Notice> m_waiting;
};

} // namespace lynceus
