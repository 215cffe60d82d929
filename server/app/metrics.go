package app

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"latchkey/server/smtpd"
)

// registerMetrics shows what operators watch. No label holds an address or an id.
func (a *App) registerMetrics() {
	a.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	gauge := func(name, help string, read func() float64) {
		a.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "latchkey_" + name, Help: help}, read))
	}
	counter := func(name, help string, labels prometheus.Labels, read func() float64) {
		a.registry.MustRegister(prometheus.NewCounterFunc(
			prometheus.CounterOpts{Name: "latchkey_" + name, Help: help, ConstLabels: labels}, read))
	}
	gauge("sockets_open", "WebSockets open now.", func() float64 { return float64(a.sockets.Stats().Open) })
	gauge("push_subscriptions", "Live subscriptions.", func() float64 { return float64(a.hub.Stats().Subscriptions) })
	gauge("push_topics", "Topics that somebody follows here.", func() float64 { return float64(a.hub.Stats().Topics) })
	counter("push_executions_total", "Events executed, once for each class of viewers.", nil, func() float64 { return float64(a.hub.Stats().Executions) })
	counter("sockets_slow_total", "Sockets closed because their reader fell behind.", nil, func() float64 { return float64(a.sockets.Stats().Slow) })
	a.registry.MustRegister(
		collectors.NewDBStatsCollector(a.store.DB(), "reader"), collectors.NewDBStatsCollector(a.store.Writer(), "writer"), a.jobRuns)
	for protocol, server := range map[string]*smtpd.Server{"smtp": a.smtp, "lmtp": a.lmtp} {
		labels := prometheus.Labels{"protocol": protocol}
		count := func(name, help string, read func(smtpd.Counts) int64) {
			counter(name, help, labels, func() float64 { return float64(read(server.Counts())) })
		}
		count("mail_received_total", "Messages accepted and durable.", func(c smtpd.Counts) int64 { return c.Messages })
		count("mail_received_bytes_total", "Octets of them.", func(c smtpd.Counts) int64 { return c.Bytes })
		count("mail_refused_total", "Messages refused.", func(c smtpd.Counts) int64 { return c.RefusedMessages })
		count("mail_refused_recipients_total", "Recipients refused.", func(c smtpd.Counts) int64 { return c.RefusedRecipients })
		count("mail_failures_total", "Deliveries that failed for our own trouble.", func(c smtpd.Counts) int64 { return c.Failures })
		count("mail_connections_total", "Connections accepted.", func(c smtpd.Counts) int64 { return c.Connections })
	}
}
