// Package outbound is the door through which mail leaves. A [Relay] hands it
// to the mail server that the configuration names; a [Capture] keeps it in a
// folder instead, which is what the demonstration does, so that nothing it
// writes can reach a stranger.
//
// Both have the same Send. A failure is always an [*Error] that says, for each
// recipient that was not reached, whether trying again can help: the durable
// job that sends builds its next attempt and its bounces from that.
package outbound
