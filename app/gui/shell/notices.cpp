#include "app/gui/shell/notices.h"

#include "app/gui/widgets/pages/banner.h"

#include <QVBoxLayout>

#include <algorithm>

namespace lynceus {

Notices::Notices(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_banner);
    m_banner->setDismissable(true);
    connect(m_banner, &Banner::dismissed, this, &Notices::showNext);
    connect(m_banner, &Banner::remedyAsked, this, [this] {
        if (const auto help = m_help)
            help();
    });
    hide();
}

void Notices::raiseNotice(const QString &sentence)
{
    raiseNotice(sentence, {}, {});
}

void Notices::raiseNotice(const QString &sentence, const QString &button, std::function<void()> help)
{
    const bool isKnown = std::ranges::find(m_waiting, sentence, &Notice::sentence) != m_waiting.end();
    if (sentence.isEmpty() || isKnown || shown() == sentence)
        return;
    m_waiting.push_back({sentence, button, std::move(help)});
    if (isHidden())
        showNext();
}

void Notices::withdrawNotice(const QString &sentence)
{
    std::erase_if(m_waiting, [&](const Notice &notice) { return notice.sentence == sentence; });
    if (!sentence.isEmpty() && shown() == sentence)
        showNext();
}

QString Notices::shown() const
{
    return isHidden() ? QString() : m_banner->sentence();
}

void Notices::showNext()
{
    if (m_waiting.empty()) {
        m_help = nullptr;
        hide();
        return;
    }
    const auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_help = next.help;
    m_banner->say(StateRole::Held, next.sentence, {}, next.button);
    show();
}

} // namespace lynceus
