#pragma once

#include <QByteArray>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace lynceus::test {

/// A pseudoterminal whose screen and keyboard are controlled by the test.
class PseudoTerminal final
{
public:
    static constexpr int kColumns = 60;

    PseudoTerminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
    {
        EXPECT_GE(m_master, 0);
        EXPECT_EQ(::grantpt(m_master), 0);
        EXPECT_EQ(::unlockpt(m_master), 0);
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC);
        EXPECT_GE(m_slave, 0);
        const winsize size{.ws_row = 20, .ws_col = kColumns, .ws_xpixel = 0, .ws_ypixel = 0};
        EXPECT_EQ(::ioctl(m_master, TIOCSWINSZ, &size), 0);
    }
    ~PseudoTerminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    PseudoTerminal(const PseudoTerminal &) = delete;
    PseudoTerminal &operator=(const PseudoTerminal &) = delete;

    [[nodiscard]] int slave() const { return m_slave; }

    /// All output so far.
    const QByteArray &screen()
    {
        std::array<char, 4096> buffer{};
        for (auto count = ::read(m_master, buffer.data(), buffer.size()); count > 0;
             count = ::read(m_master, buffer.data(), buffer.size()))
            m_screen.append(buffer.data(), count);
        return m_screen;
    }

    /// Simulates typing.
    void type(const QByteArray &keys)
    {
        EXPECT_EQ(::write(m_master, keys.constData(), size_t(keys.size())), keys.size());
    }

private:
    int m_master = -1;
    int m_slave = -1;
    QByteArray m_screen;
};

} // namespace lynceus::test
